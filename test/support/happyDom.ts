/** What happy-dom does not have and the launcher calls. The browser tests look at the real ones. */
const missing: Record<string, PropertyDescriptor> = {
  showPopover: { value() {} },
  hidePopover: { value() {} },
};
for (const [name, descriptor] of Object.entries(missing)) {
  if (!(name in HTMLElement.prototype)) {
    Object.defineProperty(HTMLElement.prototype, name, descriptor);
  }
}
