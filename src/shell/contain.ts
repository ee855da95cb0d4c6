const keyEvents = ['keydown', 'keypress', 'keyup'];

/** Keys that are typed into the widget are not for the page's shortcuts. Returns how to end that. */
export function containKeys(root: ShadowRoot): () => void {
  const contain = (event: Event) => event.stopPropagation();
  for (const type of keyEvents) root.addEventListener(type, contain);
  return () => {
    for (const type of keyEvents) root.removeEventListener(type, contain);
  };
}

/** Puts the host on top again when the page opens a dialog or popover of its own over it. */
export function stayOnTop(host: HTMLElement): () => void {
  const raise = (event: Event) => {
    const opened = 'newState' in event && event.newState === 'open';
    if (!opened || event.composedPath().includes(host) || !host.matches(':popover-open')) return;
    if (host.shadowRoot?.querySelector('dialog:modal')) return;
    host.hidePopover();
    host.showPopover();
  };
  // These events do not bubble, but they can be seen on their way down.
  document.addEventListener('toggle', raise, true);
  return () => document.removeEventListener('toggle', raise, true);
}
