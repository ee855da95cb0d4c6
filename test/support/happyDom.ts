/** APIs that the launcher calls and happy-dom lacks. The browser tests check the real ones. */
const missing: Record<string, PropertyDescriptor> = {
  showPopover: { value() {} },
  hidePopover: { value() {} },
};
for (const [name, descriptor] of Object.entries(missing)) {
  if (!(name in HTMLElement.prototype)) {
    Object.defineProperty(HTMLElement.prototype, name, descriptor);
  }
}
