import { readFileSync } from 'node:fs';

/** Pages that change built-ins of the browser before the widget's script runs: scripts by name. */
export const changedPages: Record<string, string> = {
  'zone.js and a wrapped define': `${readFileSync('node_modules/zone.js/bundles/zone.umd.min.js', 'utf8')};
    const originalDefine = customElements.define.bind(customElements);
    customElements.define = (name, made, options) => originalDefine(name, class extends made {}, options);
  `,
  // MooTools 1.4, in its compatible build.
  MooTools: `
    Array.from = (item) => item == null ? [] : typeof item.length === 'number' && typeof item === 'object' ? [].slice.call(item) : [item];
    Function.prototype.bind = function (self, given) {
      const run = this;
      const fixed = given == null ? null : Array.from(given);
      return function () { return run.apply(self, fixed || arguments); };
    };
    Object.defineProperty(Document.prototype, 'currentScript', { value: undefined });
    for (const [type, names] of [[Array, ['each', 'clean', 'pick']], [Function, ['implement', 'periodical']], [String, ['trim', 'test']], [Number, ['times']], [Element, ['set', 'get', 'toggle', 'dispose']]])
      for (const name of names) type.prototype[name] ??= function () { return this; };
  `,
  'Prototype.js': `
    delete Array.prototype.entries;
    for (const name of ['each', 'inject', 'pluck', 'zip', 'size', 'inspect', 'uniq']) Array.prototype[name] = function () { return this; };
    const map = Array.prototype.map;
    Array.prototype.map = function (run, self) { return map.call(this, run || ((one) => one), self); };
    Element.prototype.remove = function () { this.parentNode.removeChild(this); return this; };
    Function.prototype.wrap = Function.prototype.curry = function () { return this; };
  `,
  'toJSON of Prototype.js 1.6': `
    Array.prototype.toJSON = function () { return '[' + this.map((one) => JSON.stringify(one)).join(', ') + ']'; };
    String.prototype.toJSON = function () { return '"' + this + '"'; };
    Date.prototype.toJSON = function () { return '"' + this.toISOString() + '"'; };
  `,
  'methods and values on Object.prototype': `
    Object.prototype.extend = function () { return this; };
    Object.prototype.forEach = function () {};
    Object.assign(Object.prototype, { src: 'x', value: 1, name: 'n', id: 'i', key: 'k', enumerable: true });
  `,
  'names of options of fetch on Object.prototype': `
    Object.assign(Object.prototype, { body: 'x', headers: 'x', method: 'x', mode: 'x', length: 3, type: 'x', then: 1 });
  `,
  'names of property descriptors on Object.prototype': `
    Object.assign(Object.prototype, { get: 1, set: 1, value: 1, writable: true, configurable: true, once: true });
  `,
  'functions with such names on Object.prototype': `
    for (const name of ['body', 'headers', 'method', 'length', 'type', 'get', 'set', 'value', 'toJSON'])
      Object.prototype[name] = function () { return this; };
  `,
  'a fetch and a Promise of the page': `
    window.Promise = class extends Promise {};
    window.fetch = (url, { method = 'GET', headers, body } = {}) => new Promise((resolve, reject) => {
      const request = new XMLHttpRequest();
      request.open(method, url);
      for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
      request.onload = () => resolve(new Response(request.responseText, { status: request.status }));
      request.onerror = () => reject(new Error('no answer'));
      request.send(body);
    });
  `,
  'a history that throws, no matchMedia and no idle callbacks': `
    history.pushState = history.replaceState = () => { throw new Error('taken'); };
    delete window.matchMedia;
    delete window.requestIdleCallback;
    delete window.cancelIdleCallback;
  `,
  'no console': 'for (const name of ["log", "warn", "error"]) console[name] = undefined;',
};
