const keyEvents = ['keydown', 'keypress', 'keyup'];

/** Keys that are typed into the widget are not for the page's shortcuts. Returns how to end that. */
export function containKeys(root: ShadowRoot): () => void {
  const contain = (event: Event) => event.stopPropagation();
  for (const type of keyEvents) root.addEventListener(type, contain);
  return () => {
    for (const type of keyEvents) root.removeEventListener(type, contain);
  };
}
