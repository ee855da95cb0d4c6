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
  /** True if the page cancels presses in the widget: it traps the focus without a dialog role. */
  let isTrap = false;
  const hide = (event: Event) => {
    const isOurs = event.target === root.host;
    if (event.type === 'focusin' && !isOurs) isTrap = false; // found again at the next press
    const [target] = event.composedPath();
    if (!isOurs || !target || !(isTrap || showsDialog())) return;
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
