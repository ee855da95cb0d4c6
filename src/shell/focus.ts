/** The element that has the focus, through shadow roots. */
export function focused(): HTMLElement | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element instanceof HTMLElement ? element : null;
}

/** The first field that waits for an answer, else the heading. */
export function focusIn(dialog: HTMLElement): void {
  const fields = [...dialog.querySelectorAll<HTMLInputElement>('input, select, textarea')];
  const target = fields.find((field) => field.value === '') ?? dialog.querySelector('h2');
  target?.focus({ preventScroll: true });
}
