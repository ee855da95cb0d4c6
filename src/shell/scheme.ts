import { watchMedia } from '../ui/watchMedia.ts';
import { prefersDark, type Theme } from './host.ts';

/**
 * Returns whether the option or the page chooses the dark scheme. `host` and `auto` follow the
 * `color-scheme` of the page. `host` also follows a theme switch that writes `dark` into an
 * attribute of the root element. Undefined if nothing is declared.
 */
export function declaredDark(theme: Theme = 'auto'): boolean | undefined {
  if (theme === 'light' || theme === 'dark') return theme === 'dark';
  const page = document.documentElement;
  if (theme === 'host' && [...page.attributes].some(isMark)) return true;
  const declared = getComputedStyle(page).colorScheme?.match(/dark|light/g);
  if (declared) return declared[1] ? prefersDark() : declared[0] === 'dark';
  return theme === 'host' ? false : undefined;
}

const isMark = ({ name, value }: Attr) => name !== 'style' && ` ${value} `.includes(' dark ');

/**
 * Calls `onChange` when the scheme of the system or the page may have changed. Returns a function
 * that stops it.
 */
export function watchScheme(onChange: () => void): () => void {
  const stopMedia = watchMedia('(prefers-color-scheme: dark)', onChange);
  if (typeof MutationObserver !== 'function') return stopMedia;
  // Observes only the attributes of the root element, which a theme switch sets.
  const page = new MutationObserver(onChange);
  page.observe(document.documentElement, { attributes: true });
  return () => {
    stopMedia();
    page.disconnect();
  };
}
