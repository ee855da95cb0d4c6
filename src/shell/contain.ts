const keyEvents = ['keydown', 'keypress', 'keyup'];

/**
 * Keeps keys that are typed into the widget from the page's shortcuts. Returns a function that ends
 * this.
 */
export function containKeys(root: ShadowRoot): () => void {
  const contain = (event: Event) => event.stopPropagation();
  for (const type of keyEvents) root.addEventListener(type, contain);
  return () => {
    for (const type of keyEvents) root.removeEventListener(type, contain);
  };
}
