import { effect, type ReadonlySignal } from '@preact/signals-core';
import type { I18n } from '../i18n/translator.ts';
import { adoptCss } from '../ui/stylesheets.ts';
import type { Launcher } from './launcher.ts';
import { badge } from './unreadBadge.css.ts';

/** Shows the number of unread replies on the floating button. Returns a function that removes it. */
export function showUnread(
  launcher: Launcher,
  unread: ReadonlySignal<number>,
  i18n: I18n,
): () => void {
  let release: (() => void) | undefined;
  const mark = document.createElement('span');
  mark.className = badge;
  // Changes are announced politely with a text, because the number alone would not be meaningful.
  mark.role = 'status';
  mark.id = 'unread';
  const stop = effect(() => {
    const count = unread.value;
    mark.hidden = count === 0;
    mark.ariaLabel = '';
    if (count === 0) return; // loading the plural rules takes long, and would delay every page
    if (!release) {
      release = adoptCss(launcher.root);
      launcher.button.parentElement?.append(mark);
    }
    mark.textContent = count > 9 ? '9+' : String(count);
    mark.ariaLabel = i18n.plural('unread', count);
  });
  return () => {
    stop();
    if (!release) return;
    mark.remove();
    release();
  };
}
