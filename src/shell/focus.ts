/** Returns the focused element, also inside shadow roots. */
export function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : null;
}

/**
 * Focuses the search field if there is one, or else the first empty field, the heading of the
 * content, or the heading of the panel. Returns the focused element.
 */
export function focusIn(dialog: HTMLElement | null): HTMLElement | null {
  if (!dialog) return null;
  const visible = ':is(input, select, textarea):not([hidden])';
  const fields = [...dialog.querySelectorAll<HTMLInputElement>(visible)];
  const target =
    fields.find(({ role, value }) => role === 'combobox' || value === '') ??
    dialog.querySelector<HTMLElement>('h3[tabindex]') ??
    dialog.querySelector('h2');
  target?.focus({ preventScroll: true });
  return target;
}

const focusable = ':is(a, button, input, select, textarea, [tabindex])';

/**
 * Keeps the focus in the dialog when the focused control is removed or disabled. It moves to the
 * next control, or to the element that `focusIn` chooses. Ends with the signal.
 */
export function keepFocus(dialog: HTMLElement, signal: AbortSignal): void {
  if (!globalThis.MutationObserver) return;
  /** The focused control, and the controls after it. */
  let rest: HTMLElement[] = [];
  const isThere = (control: HTMLElement) => control.isConnected && !control.matches(':disabled');
  dialog.addEventListener(
    'focusin',
    () => {
      const controls = [...dialog.querySelectorAll<HTMLElement>(focusable)];
      rest = controls.slice(controls.findIndex((control) => control.matches(':focus')));
    },
    { signal },
  );
  const changes = new MutationObserver(() => {
    const [last] = rest;
    if (!last || isThere(last) || !document.activeElement?.matches('body')) return;
    const next = rest.find(isThere);
    if (next) next.focus();
    else focusIn(dialog);
  });
  changes.observe(dialog, { subtree: true, childList: true, attributeFilter: ['disabled'] });
  signal.addEventListener('abort', () => changes.disconnect());
}
