import { posix } from 'node:path';
import { decodeSafely } from './anchor.ts';
import { endings, fileOf } from './articleFiles.ts';

/** The end of an address that its page can also omit. */
export const pageEnding = new RegExp(`(\\.(${endings}|html?))?/?$`, 'i');

/**
 * Returns a function that finds the slug of a page by a link in the file at `path`: a path relative
 * to the file, or an address on the site.
 */
export function pageFinder(path: string, slugs: ReadonlyMap<string, string>) {
  const folder = posix.dirname(path);
  const homes = homesOf(path);

  return (target: string): string | undefined => {
    const bare = decodeSafely(target).normalize('NFC').replace(pageEnding, '');
    const rest = bare.replace(/^\/+/, '');
    // The address of a page can omit the folder of its language.
    const top = homes.flatMap((home) =>
      [rest, `docs/${rest}`, rest.replace(/^docs(\/|$)/, '')].map((place) =>
        posix.join(home, place),
      ),
    );
    const near = target.startsWith('/')
      ? []
      : // Tools that give each page its own folder resolve relative links one level deeper than its
        // file; for the page of a folder, one level higher.
        [folder, path.replace(pageEnding, ''), posix.dirname(folder)].map((from) =>
          posix.join(from, bare),
        );
    const places = [...near, ...top].flatMap((place) => [place, ...translated(place, homes)]);
    for (const place of places) {
      const name = place.replace(/^\.$/, '').replace(/\/$/, '');
      const found = slugs.get(name) ?? slugs.get(name.toLowerCase());
      if (found !== undefined) return found;
    }
    return undefined;
  };
}

/**
 * Returns the folders of a file's language, in which addresses begin: `['docs/es', 'es', '']`. The
 * last one is the whole folder.
 */
function homesOf(path: string): string[] {
  const { locale } = fileOf(path);
  const parts = path.split('/').slice(0, -1);
  const at = parts.findIndex((part) => part.toLowerCase() === locale);
  return at < 0 ? [''] : [...new Set([parts.slice(0, at + 1).join('/'), parts[at] ?? '', ''])];
}

/** Returns the same page in English: a page that is not translated is shown in English. */
function translated(place: string, homes: readonly string[]): string[] {
  const home = homes.find((one) => one !== '' && place.startsWith(`${one}/`));
  if (home === undefined) return [];
  const rest = place.slice(home.length + 1);
  return [posix.join(posix.dirname(home), 'en', rest), posix.join(posix.dirname(home), rest)];
}
