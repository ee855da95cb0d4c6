/*
 * Counts what the scripts of a page have started and not ended. Runs in the page before all other
 * scripts. `living.now()` lists what is active, and `living.watchRequests()` records requests from
 * then on.
 */
(() => {
  const timers = new Map();
  const frames = new Set();
  const observers = new Set();
  const channels = new Set();
  const databases = new Set();
  const popups = new Set();
  const late = [];
  let listeners = [];
  let requests = 0;
  let isWatching = false;

  /** Calls `heard` after each call of a method, with its object, arguments and result. */
  function hear(owner, name, heard) {
    const original = owner[name];
    owner[name] = function called(...given) {
      const result = original.apply(this ?? window, given);
      heard(this ?? window, given, result);
      return result;
    };
  }

  /** Replaces a method of `owner` by `around(original)`. */
  function wrap(owner, name, around) {
    const original = owner?.[name];
    if (original) owner[name] = around(original);
  }

  const schedulers = [
    ['setTimeout', 'clearTimeout', timers],
    ['requestAnimationFrame', 'cancelAnimationFrame', frames],
    ['requestIdleCallback', 'cancelIdleCallback', frames],
  ];
  for (const [start, stop, running] of schedulers) {
    wrap(window, start, (original) => (run, ...rest) => {
      const id = original(
        (...values) => {
          running.delete(id);
          run(...values);
        },
        ...rest,
      );
      running.delete(id);
      if (running === timers) running.set(id, `${rest[0] ?? 0} ms`);
      else running.add(id);
      return id;
    });
    wrap(window, stop, (original) => (id) => {
      running.delete(id);
      original(id);
    });
  }
  wrap(window, 'setInterval', (original) => (...given) => {
    const id = original(...given);
    timers.set(id, `each ${given[1]} ms`);
    return id;
  });
  window.clearInterval = window.clearTimeout;

  for (const { prototype } of [MutationObserver, ResizeObserver, IntersectionObserver]) {
    hear(prototype, 'observe', (observer) => observers.add(observer));
    hear(prototype, 'disconnect', (observer) => observers.delete(observer));
  }

  const isSame = (one, [target, type, listener]) =>
    one.target === target && one.type === type && one.listener === listener;
  const add = EventTarget.prototype.addEventListener;
  EventTarget.prototype.addEventListener = function addEventListener(type, listener, options) {
    const target = this ?? window;
    const forget = () => {
      listeners = listeners.filter((one) => !isSame(one, [target, type, listener]));
    };
    if (listener && !(target instanceof AbortSignal)) {
      listeners.push({ target, type, listener });
      options?.signal && add.call(options.signal, 'abort', forget);
      if (options?.once) add.call(target, type, forget, { once: true });
    }
    return add.call(target, type, listener, options);
  };
  hear(EventTarget.prototype, 'removeEventListener', (target, [type, listener]) => {
    listeners = listeners.filter((one) => !isSame(one, [target, type, listener]));
  });
  /** Targets that outlive the widget: the page, its elements, and objects of the window. */
  const isOfPage = ({ target }) =>
    target instanceof Node
      ? target === document ||
        (target.getRootNode() === document && !target.closest?.('penguin-support'))
      : [window, screen, window.visualViewport].includes(target) ||
        target instanceof MediaQueryList;

  window.BroadcastChannel = class extends BroadcastChannel {
    constructor(name) {
      super(name);
      channels.add(this);
    }
    close() {
      channels.delete(this);
      super.close();
    }
  };

  hear(IDBFactory.prototype, 'open', (_factory, _given, request) => {
    requests++;
    add.call(request, 'error', () => requests--);
    add.call(request, 'success', () => {
      requests--;
      databases.add(request.result);
    });
  });
  hear(IDBDatabase.prototype, 'close', (database) => databases.delete(database));

  function note(address) {
    const { pathname } = new URL(address, location.href);
    if (isWatching) late.push(pathname);
  }
  wrap(window, 'fetch', (original) => async (...given) => {
    note(given[0]);
    requests++;
    try {
      return await original(...given);
    } finally {
      requests--;
    }
  });
  hear(XMLHttpRequest.prototype, 'send', (upload) => {
    if (isWatching) late.push('upload');
    requests++;
    add.call(upload, 'loadend', () => requests--);
  });
  hear(window, 'open', (_window, _given, popup) => popup && popups.add(popup));

  function rootsLeft() {
    return [...document.querySelectorAll('*')]
      .filter(({ shadowRoot: root }) => {
        // A shadow root cannot be removed. It must then show the page's own content of the element.
        const left = root?.querySelectorAll(':scope > :not(slot)').length;
        return left || root?.adoptedStyleSheets.length;
      })
      .map(({ localName }) => localName);
  }

  window.living = {
    watchRequests() {
      isWatching = true;
    },
    async now() {
      const { held = [], pending = [] } = (await navigator.locks?.query()) ?? {};
      const all = {
        timers: [...timers.values()],
        frames: frames.size,
        observers: [...observers].map(String),
        listeners: listeners.filter(isOfPage).map(({ target, type }) => `${type} of ${target}`),
        channels: [...channels].map(({ name }) => name),
        databases: [...databases].map(({ name }) => name),
        locks: [...held, ...pending].map(({ name }) => name),
        popups: [...popups].filter(({ closed }) => !closed).length,
        requests,
        late,
        roots: rootsLeft(),
        focus: document.activeElement?.closest('penguin-support')?.localName,
      };
      return Object.fromEntries(Object.entries(all).filter(([, one]) => one?.length ?? one));
    },
  };
})();
