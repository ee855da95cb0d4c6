/** The element that has the focus, through shadow roots. */
export function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : null;
}

/** The search, where there is one; the first field that waits for an answer; else the heading. */
export function focusIn(dialog: HTMLElement): void {
  const visible = ':is(input, select, textarea):not([hidden])';
  const fields = [...dialog.querySelectorAll<HTMLInputElement>(visible)];
  const target =
    fields.find(({ role, value }) => role === 'combobox' || value === '') ??
    dialog.querySelector('h2');
  target?.focus({ preventScroll: true });
}
