import { showsDialog } from './pageDialogs.ts';

/** Events that pages use to close a dialog from outside, and to keep the focus in it. */
const watched = [
  'pointerdown',
  'mousedown',
  'touchstart',
  'click',
  'contextmenu',
  'keydown',
  'focus',
  'focusin',
];

/**
 * Hides what happens in the widget from a page that shows a dialog. The page would cancel a press,
 * close its dialog or take the focus back, and its listeners can run before those in the widget.
 * Ends with the signal.
 */
export function hideEvents(root: ShadowRoot, signal: AbortSignal): void {
  /**
   * True if the page cancels presses in the widget, or takes the focus back: it traps the focus
   * without a dialog role.
   */
  let isTrap = false;
  /** True in the task in which the focus comes into the widget. */
  let isArriving = false;

  /** If the page takes the focus back while it arrives, it returns to its target. */
  function watchArrival(target: EventTarget): void {
    isArriving = true;
    setTimeout(() => {
      isArriving = false;
      if (isTrap && !signal.aborted && target instanceof HTMLElement) {
        target.focus({ preventScroll: true });
      }
    });
  }

  const hide = (event: Event) => {
    const isOurs = event.target === root.host;
    const isFocus = event.type === 'focusin';
    if (isFocus && !isOurs) isTrap = isArriving; // otherwise found again at the next press
    const [target] = event.composedPath();
    if (!isOurs || !target) return;
    if (!isTrap && !showsDialog()) {
      if (isFocus) watchArrival(target);
      return;
    }
    // Other listeners on the window still run, because the widget has some, too.
    event.stopPropagation();
    if (!target.dispatchEvent(copyOf(event))) event.preventDefault();
  };
  for (const type of watched) addEventListener(type, hide, { signal, capture: true });
  const detect = (event: Event) => {
    if (event.defaultPrevented) isTrap = true;
  };
  for (const type of ['mousedown', 'touchstart']) {
    root.addEventListener(type, detect, { signal, capture: true });
  }
}

/**
 * Returns an event that does not leave the shadow root. It only informs: the browser still acts on
 * the original, because a plain event submits no form and follows no link.
 */
function copyOf(event: Event): Event {
  const { type, bubbles, cancelable } = event;
  const copy = new Event(type, { bubbles, cancelable });
  // Keys and coordinates are inherited properties, which only this loop finds.
  for (const name in event) {
    if (!(name in copy)) Reflect.set(copy, name, Reflect.get(event, name));
  }
  return copy;
}
