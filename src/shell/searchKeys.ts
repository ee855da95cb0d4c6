import type { SupportContext } from '../core/context.ts';

const isApple = /mac|iphone|ipad/i.test(globalThis.navigator?.platform ?? '');

/**
 * Opens the search from everywhere in the panel by `/`, and by Ctrl+K or Cmd+K. Returns a function
 * that ends this.
 */
export function searchKeys(
  root: ShadowRoot,
  { articles, messenger }: Pick<SupportContext, 'articles' | 'messenger'>,
): () => void {
  function onKeyDown(event: Event): void {
    const [target] = event.composedPath();
    if (!(event instanceof KeyboardEvent) || !(target instanceof Element)) return;
    const dialog = target.closest('dialog');
    // A dialog above the panel has its own keys.
    const isInPanel = dialog?.matches('[part=panel]');
    if (!isInPanel || event.isComposing || event.defaultPrevented) return;
    if (!isSearchKey(event, target)) return;
    event.preventDefault();
    if (messenger.screen.peek().id !== 'search') messenger.navigate({ id: 'search' });
    else dialog?.querySelector<HTMLElement>('[role=combobox]')?.focus();
  }

  if (!articles) return () => {};
  root.addEventListener('keydown', onKeyDown);
  return () => root.removeEventListener('keydown', onKeyDown);
}

function isSearchKey({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, target: Element): boolean {
  if (altKey) return false;
  // On Apple keyboards, Ctrl+K deletes the rest of a line.
  const [main, other] = isApple ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  if (main) return !other && key.toLowerCase() === 'k';
  return key === '/' && !other && !target.matches('input, textarea, select');
}
