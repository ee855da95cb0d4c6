import { watchMedia } from '../ui/watchMedia.ts';
import { prefersDark, type Theme } from './host.ts';

/**
 * `host` and `auto` follow the page: `host` its theme switch, which writes `dark` into an attribute of the root
 * element, and both the `color-scheme` that it declares.
 */
export function isDark(theme: Theme = 'auto'): boolean {
  if (theme === 'light' || theme === 'dark') return theme === 'dark';
  const page = document.documentElement;
  if (theme === 'host' && [...page.attributes].some(isMark)) return true;
  const declared = getComputedStyle(page).colorScheme?.match(/dark|light/g);
  if (declared?.length === 1) return declared[0] === 'dark';
  return (theme === 'auto' || !!declared) && prefersDark();
}

const isMark = ({ name, value }: Attr) => name !== 'style' && ` ${value} `.includes(' dark ');

/** Calls `look` when the scheme of the system or the page may have changed. Returns how to stop. */
export function watchScheme(look: () => void): () => void {
  const stopMedia = watchMedia('(prefers-color-scheme: dark)', look);
  if (typeof MutationObserver !== 'function') return stopMedia;
  // Only the root element's own attributes: a theme switch of the page sets them.
  const page = new MutationObserver(look);
  page.observe(document.documentElement, { attributes: true });
  return () => {
    stopMedia();
    page.disconnect();
  };
}
