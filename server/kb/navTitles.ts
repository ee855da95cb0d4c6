import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, posix, relative, resolve, sep } from 'node:path';
import { parseDocument } from 'yaml';
import * as z from 'zod/mini';
import { limits } from '../../src/contract/limits.ts';
import { namesOf } from './links.ts';
import { isYamlNestedTooDeep } from './nesting.ts';

/** Files in which tools name the pages and folders beside them. */
const named = /^(_category_\.(json|ya?ml)|_meta\.(json|[cm]?[jt]sx?)|mkdocs\.ya?ml)$/;
const maxFileLength = 1_000_000;

/** `title: 'Send'`, as in an entry of Nextra. */
const entry =
  /(?:^|[{,\s])(["']?)([\p{L}\p{N}_-]+)\1\s*:\s*(?:(["'])((?:(?!\3)[^\\\n])*)\3|\{[^{}]*?\btitle["']?\s*:\s*(["'])((?:(?!\5)[^\\\n])*)\5)/gu;

const Category = z.object({ label: z.string() });
const Site = z.object({ docs_dir: z._default(z.string(), 'docs'), nav: z.unknown() });
const Named = z.record(z.string(), z.unknown());

/**
 * Returns the titles in the navigation files of documentation tools, by the path of the page
 * without extension.
 */
export async function readNavTitles(folder: string): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>();
  const note = (path: string, title: string) => {
    const text = title.replaceAll(/\s+/g, ' ').trim().slice(0, limits.subject);
    if (text === '') return;
    for (const name of namesOf(posix.normalize(path))) titles.set(name, text);
  };
  const root = resolve(folder);
  for (const parent of ['mkdocs.yml', 'mkdocs.yaml'].map((name) => join(dirname(root), name))) {
    if (existsSync(parent)) readSite(await textOf(parent), basename(root), note);
  }
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  for (const { name, parentPath } of found.filter((one) => one.isFile() && named.test(one.name))) {
    const place = relative(folder, parentPath).split(sep).join('/');
    const text = await textOf(join(parentPath, name));
    if (name.startsWith('_category_')) readCategory(text, place, note);
    else if (name.startsWith('mkdocs'))
      readSite(text, undefined, (path, title) => note(posix.join(place, path), title));
    else readMeta(text, place, note);
  }
  return titles;
}

type Note = (path: string, title: string) => void;

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file);
  return bytes.length > maxFileLength ? '' : bytes.toString('utf8');
}

/** Returns undefined for invalid YAML (which includes JSON). Custom tags are ignored. */
function parsedValue(text: string): unknown {
  if (isYamlNestedTooDeep(text)) return undefined;
  const parsed = parseDocument(text, { logLevel: 'silent', uniqueKeys: false });
  try {
    return parsed.errors.length > 0 ? undefined : parsed.toJS({ maxAliasCount: 20 });
  } catch {
    return undefined; // exponential alias expansion
  }
}

function readCategory(text: string, place: string, note: Note): void {
  const { data } = z.safeParse(Category, parsedValue(text));
  if (data) note(posix.join(place, 'index'), data.label);
}

function readMeta(text: string, place: string, note: Note): void {
  for (const [, , key = '', , short, , long] of text.matchAll(entry)) {
    note(posix.join(place, key), short ?? long ?? '');
  }
}

/** `within`: the imported folder, if it is the folder of the pages. */
function readSite(text: string, within: string | undefined, note: Note): void {
  const { data } = z.safeParse(Site, parsedValue(text));
  if (data === undefined || (within !== undefined && posix.normalize(data.docs_dir) !== within))
    return;
  const read = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(read);
    for (const [title, target] of Object.entries(z.safeParse(Named, value).data ?? {})) {
      if (typeof target !== 'string') read(target);
      else if (!/^[a-z]+:/i.test(target)) {
        note(within === undefined ? posix.join(data.docs_dir, target) : target, title);
      }
    }
  };
  read(data.nav);
}
