import { watchMedia } from '../ui/watchMedia.ts';
import { prefersDark, type Theme } from './host.ts';

/** Where theme switches keep their choice on the root element, unless they declare a `color-scheme` as Bootstrap does. */
const marks = ['class', 'data-theme', 'data-mode', 'data-color-scheme', 'data-mui-color-scheme'];

/** `host` and `auto` follow the page: `host` a mark of its theme switch, both the `color-scheme` it declares. */
export function isDark(theme: Theme = 'auto'): boolean {
  if (theme === 'light' || theme === 'dark') return theme === 'dark';
  const page = document.documentElement;
  if (theme === 'host' && marks.some((name) => ` ${page.getAttribute(name)} `.includes(' dark ')))
    return true;
  const declared = getComputedStyle(page).colorScheme?.match(/dark|light/g);
  if (declared?.length === 1) return declared[0] === 'dark';
  return (theme === 'auto' || !!declared) && prefersDark();
}

/** Calls `look` when the scheme of the system or the page may have changed. Returns how to stop. */
export function watchScheme(look: () => void): () => void {
  const stopMedia = watchMedia('(prefers-color-scheme: dark)', look);
  if (typeof MutationObserver !== 'function') return stopMedia;
  // Only the root element's own attributes: a theme switch of the page shows there.
  const page = new MutationObserver(look);
  page.observe(document.documentElement, { attributes: true });
  return () => {
    stopMedia();
    page.disconnect();
  };
}
