import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../src', import.meta.url));
const sheets = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.css.ts'))
  .sort();

/** Hash of each file. All of its names begin with it. */
const hashes = new Map<string, string>();

/**
 * Returns short names of classes, animations and variables: the number of their file, and their
 * number within it. The hashes of vanilla-extract are the part of a style sheet that does not
 * compress.
 */
export function shortName({ hash, filePath }: { hash: string; filePath: string }): string {
  const file = sheets.findIndex((path) => filePath.endsWith(`src/${path}`));
  if (file === -1) return `_${hash}`;
  // The first name of a file ends with 0.
  const ofFile = hashes.get(filePath) ?? hash.slice(0, -1);
  hashes.set(filePath, ofFile);
  return `p${file.toString(36)}-${hash.slice(ofFile.length)}`;
}
