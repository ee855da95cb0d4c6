import { hideEvents } from './hideEvents.ts';
import type { Launcher } from './launcher.ts';
import { onEnd } from './onEnd.ts';

/** Events that the page's dialogs handle on the document, to close or to trap the focus. */
const contained = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'focusin',
  'focusout',
  'wheel',
  'touchmove',
];

/**
 * Keeps button and panel usable while the page shows a dialog. Actions in the widget do not close
 * the dialog, and the dialog does not revert them. Ends with the launcher.
 */
export function liveBesideDialogs(launcher: Launcher): void {
  const { host, root } = launcher;
  if (!launcher.attach) return; // it was destroyed in the meantime
  const ended = new AbortController();
  const { signal } = ended;

  const contain = (event: Event) => event.stopPropagation();
  for (const type of contained) root.addEventListener(type, contain, { signal });
  // A focus trap of the page would take the focus back.
  const keepFocus = (event: FocusEvent) => {
    const { target, relatedTarget } = event;
    const isTrap = target instanceof Element && target.closest('[role$=dialog]') !== null;
    if (isTrap && relatedTarget === host) event.stopImmediatePropagation();
  };
  addEventListener('focusout', keepFocus, { signal, capture: true });
  hideEvents(root, signal);

  // Pages hide everything outside their dialog from assistive technology, or make it inert.
  const hidings = new MutationObserver(() => {
    if (host.inert) host.inert = false;
    if (host.hasAttribute('aria-hidden')) host.removeAttribute('aria-hidden');
  });
  hidings.observe(host, { attributeFilter: ['aria-hidden', 'inert'] });

  /**
   * Everything outside of the newest modal dialog or the fullscreen element is inert, so the host
   * is moved inside.
   */
  let modals: readonly HTMLDialogElement[] = [];
  function settle(): void {
    const open = [...document.querySelectorAll<HTMLDialogElement>('dialog:modal')];
    modals = [...modals.filter((one) => open.includes(one)), ...open.filter(isNew(modals))];
    if (document.documentElement.inert) explainPage('inertPage');
    const place = modals.at(-1) ?? fullscreenPlace() ?? placeOnPage();
    if (!launcher.attach || !place || host.parentNode === place) return;
    const focused = root.activeElement;
    place.append(host);
    raise();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }

  /**
   * Moves the host to the top of the top layer, where the element that was opened last is on top.
   */
  function raise(): void {
    if (!host.popover || root.querySelector('dialog:modal')) return;
    if (host.matches(':popover-open')) host.hidePopover();
    host.showPopover();
  }

  const onToggle = (event: Event) => {
    const isOpened = 'newState' in event && event.newState === 'open';
    const isOver = event.target instanceof Element && event.target.matches('dialog, [popover]');
    if (isOpened && isOver && !event.composedPath().includes(host)) raise();
  };
  // These events do not bubble, but a capturing listener receives them.
  addEventListener('toggle', onToggle, { signal, capture: true });
  const onFullscreen = () => {
    settle();
    raise();
  };
  addEventListener('fullscreenchange', onFullscreen, { signal });
  const openings = new MutationObserver(settle);
  openings.observe(document, { subtree: true, attributeFilter: ['open', 'inert', 'aria-hidden'] });
  if (host.isConnected) {
    settle();
    // The page may have opened it before this code was there.
    if (document.querySelector(':popover-open:not(penguin-support)')) raise();
  } else if (document.body?.localName === 'frameset') explainPage('onlyFrames');

  onEnd(launcher, () => {
    ended.abort();
    hidings.disconnect();
    openings.disconnect();
  });
}

/** Reports what a page does to the button. Pages without a mistake load no code for it. */
function explainPage(mistake: 'inertPage' | 'onlyFrames'): void {
  import('../core/explain.ts').then(
    ({ explain }) => explain((sentences) => sentences[mistake]),
    () => {}, // only the explanation is missing
  );
}

/** Returns the fullscreen element if it can hold the host; a video or image cannot. */
function fullscreenPlace(): Element | null {
  const element = document.fullscreenElement;
  const holds = element instanceof HTMLElement && !element.shadowRoot && !element.matches(replaced);
  return holds && !element.contains(document.body) ? element : null;
}

const replaced = 'video, audio, iframe, img, picture, canvas, object, embed';

/** A body that a dialog of the page hides would hide the host, too. */
function placeOnPage(): HTMLElement {
  const body = document.body;
  return body?.inert || body?.ariaHidden === 'true' ? document.documentElement : body;
}

const isNew = (known: readonly HTMLDialogElement[]) => (one: HTMLDialogElement) =>
  !known.includes(one);
