/** Keys of the inbox, which work while no text is being typed. */
export const shortcuts = [
  { key: 'j', action: 'next', does: 'Open the next request' },
  { key: 'k', action: 'previous', does: 'Open the previous request' },
  { key: 'r', action: 'reply', does: 'Write a reply' },
  { key: 'n', action: 'note', does: 'Write an internal note' },
  { key: 'a', action: 'take', does: 'Assign the request to you' },
  { key: 'e', action: 'resolve', does: 'Resolve the request' },
  { key: '/', action: 'search', does: 'Search' },
  { key: '?', action: 'help', does: 'Show keyboard shortcuts' },
  { key: 'Escape', action: 'back', does: 'Close the request' },
] as const;

export type Action = (typeof shortcuts)[number]['action'];

/**
 * Returns the action of a key. Undefined while the agent types, or if the key is part of a browser
 * shortcut.
 */
export function actionOf(event: KeyboardEvent): Action | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return undefined;
  if (event.composedPath().some(takesKeys)) return undefined;
  return shortcuts.find(({ key }) => key === event.key)?.action;
}

function takesKeys(target: EventTarget): boolean {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !['checkbox', 'file'].includes(target.type))
  );
}
