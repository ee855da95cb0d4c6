import { createHash } from 'node:crypto';
import { readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { pictureBytes, pictureTypes } from '../../src/contract/articlePicture.ts';
import { headSize, sniffType } from '../../src/contract/fileType.ts';

/** A picture that an article of a folder shows. */
export interface PictureFile {
  file: string;
  name: string;
  /** SHA-256 of its content, in hex. */
  digest: string;
}

/** Undefined if there is no such file; `refused` if it cannot be used as a picture. */
export type FoundPicture = PictureFile | { refused: string } | undefined;

/** Folders beside documentation in which tools keep what they serve at the root of the site. */
const served = ['static', 'public', 'assets', 'images', 'img', 'src'];

/**
 * Finds pictures by the addresses that stand in articles. Only files of the folder are read, and of folders
 * for pictures beside it and above it: an article must not bring other files of this machine to light.
 */
export function createPictureFiles(folder: string) {
  const root = resolve(folder);
  const above = [dirname(root), dirname(dirname(root))];
  const roots = [root, ...above.flatMap((place) => served.map((name) => join(place, name)))];
  const known = new Map<string, FoundPicture>();

  function placesOf(articlePath: string, url: string): string[] {
    const target = decode(url.replace(/[?#].*$/, ''));
    const rest = target.replace(/^(@site|~|@)?\/+/, '');
    if (rest === target) {
      const path = articlePath.replace(/\.[^./]+$/, '');
      return [join(root, dirname(articlePath), target), join(root, path, target)];
    }
    const sites = [root, ...above];
    return sites.flatMap((site) => [
      join(site, rest),
      ...served.map((name) => join(site, name, rest)),
    ]);
  }

  return function find(articlePath: string, url: string): FoundPicture {
    if (/^[a-z][a-z\d+.-]*:|^\/\/|\\/i.test(url)) return undefined;
    for (const place of placesOf(articlePath, url)) {
      const file = realFile(place);
      if (file === undefined || !roots.some((one) => file.startsWith(realOf(one) + sep))) continue;
      if (!known.has(file)) known.set(file, read(file));
      return known.get(file);
    }
    return undefined;
  };
}

function read(file: string): FoundPicture {
  if (statSync(file).size > pictureBytes) {
    return { refused: `it is larger than ${pictureBytes / 1024 / 1024} MB` };
  }
  const content = readFileSync(file);
  // Names of drawings would be taken for pages.
  const type = sniffType(content.subarray(0, headSize), basename(file).replace(/\.svgz?$/i, ''));
  if (type === null || !pictureTypes.includes(type)) {
    return { refused: `${type ?? 'its content'} is no picture that is taken` };
  }
  const digest = createHash('sha256').update(content).digest('hex');
  return { file, name: basename(file), digest };
}

function realFile(place: string): string | undefined {
  const file = realOf(place);
  return isFile(file) ? file : undefined;
}

function isFile(place: string): boolean {
  try {
    return statSync(place).isFile();
  } catch {
    return false; // it is not there, or cannot be read
  }
}

/** Resolves symbolic links; a missing path stays as it is. */
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
