import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { pictureBytes, pictureTypes } from '../../src/contract/articlePicture.ts';
import { headBytes, sniffType } from '../../src/contract/fileType.ts';
import { fileOf } from './articleFiles.ts';

/** A picture in an article of a folder. */
export interface PictureFile {
  file: string;
  name: string;
  /** SHA-256 of its content, in hex. */
  digest: string;
}

/** Undefined if the file does not exist; `problem` if it cannot be used as a picture. */
export type FoundPicture = PictureFile | { problem: string } | undefined;

/** Folders in which tools keep files that they serve at the root of the site. */
const served = ['static', 'public', 'assets', 'images', 'img', 'src'];

/**
 * Finds the files of pictures in articles. Reads only files of the folder, and of picture folders
 * beside and above it, because an article must not publish other files of this machine.
 */
export function createPictureFiles(folder: string) {
  const root = resolve(folder);
  const above = [dirname(root), dirname(dirname(root))];
  const roots = [root, ...above.flatMap((place) => served.map((name) => join(place, name)))];
  const realRoots = roots.map((place) => realOf(place) + sep);
  const known = new Map<string, FoundPicture>();
  /** Files of places that were looked at. */
  const files = new Map<string, string | undefined>();

  function fileAt(place: string): string | undefined {
    if (!files.has(place)) {
      const file = realFile(place);
      files.set(place, realRoots.some((one) => file?.startsWith(one)) ? file : undefined);
    }
    return files.get(place);
  }

  function placesOf(articlePath: string, url: string): string[] {
    const target = decode(url.replace(/[?#].*$/, ''));
    const rest = target.replace(/^(@site|~|@)?\/+/, '');
    if (rest === target) {
      const path = articlePath.replace(/\.[^./]+$/, '');
      // Hugo finds pictures of a page in its folder of assets, too.
      return [
        join(root, dirname(articlePath), target),
        join(root, path, target),
        ...[root, ...above].map((site) => join(site, 'assets', target)),
      ];
    }
    const sites = [root, ...above];
    return [
      ...sites.flatMap((site) => [
        join(site, rest),
        ...served.map((name) => join(site, name, rest)),
      ]),
      ...foldersOf(articlePath).map((folder) => join(root, folder, rest)),
    ];
  }

  return function find(articlePath: string, url: string): FoundPicture {
    if (/^[a-z][a-z\d+.-]*:|^\/\/|\\/i.test(url)) return undefined;
    for (const place of placesOf(articlePath, url)) {
      const file = fileAt(place);
      if (file === undefined) continue;
      if (!known.has(file)) known.set(file, read(file));
      return known.get(file);
    }
    return undefined;
  };
}

/**
 * Returns the folders around an article, one of which can be the root of its site. Translations
 * share the pictures of the English pages.
 */
function foldersOf(articlePath: string): string[] {
  const { locale } = fileOf(articlePath);
  const parts = articlePath.split('/').slice(0, -1);
  const folders = parts.map((_, at) => parts.slice(0, at + 1));
  const english = folders.map((path) =>
    path.map((part) => (part.toLowerCase() === locale ? 'en' : part)),
  );
  return [...new Set([...folders, ...english].map((path) => path.join('/')))];
}

function read(file: string): FoundPicture {
  if (statSync(file).size > pictureBytes) {
    return { problem: `it is larger than ${pictureBytes / 1024 / 1024} MB` };
  }
  const content = readFileSync(file);
  // `sniffType` rejects names that end in `.svg`, because browsers run them like pages. So the
  // ending is removed.
  const type = sniffType(content.subarray(0, headBytes), basename(file).replace(/\.svgz?$/i, ''));
  if (type === null || !pictureTypes.includes(type)) {
    return { problem: `${type ?? 'its content'} is no picture that is taken` };
  }
  const digest = createHash('sha256').update(content).digest('hex');
  return { file, name: basename(file), digest };
}

function realFile(place: string): string | undefined {
  try {
    const stats = statSync(place, { throwIfNoEntry: false });
    return stats?.isFile() ? realpathSync(place) : undefined;
  } catch {
    return undefined; // it cannot be read
  }
}

/** Resolves symbolic links. Returns a path that does not exist unchanged. */
function realOf(place: string): string {
  try {
    return realpathSync(place);
  } catch {
    return place;
  }
}

function decode(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
