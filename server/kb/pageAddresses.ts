import { posix } from 'node:path';
import type { FolderArticle } from './folder.ts';
import { namesOf } from './links.ts';

/** Folders that are not part of the address of a page. */
const tops = /^(?:(?:docs?|content|pages|src|app)\/)+/i;
/** Folders of Next.js that only group pages, and the name of its pages. */
const groups = /\([^/]*\)\//g;
const nextPage = /(^|\/)page$/;
/** Posts of Jekyll: `_posts/2026-10-19-name` is at `2026/10/19/name`. */
const post = /^(?:_posts\/|.*\/_posts\/)(\d{4})-(\d{2})-(\d{2})-/;

/** Returns the slug of each page by the paths and addresses under which other files link to it. */
export function slugsByAddress(
  articles: readonly Pick<FolderArticle, 'path' | 'slug' | 'addresses'>[],
): Map<string, string> {
  const slugs = new Map<string, string>();
  const add = (name: string, slug: string) => {
    if (!slugs.has(name)) slugs.set(name, slug);
  };
  // Exact names come first: the other ones must not hide a file.
  for (const { path, slug } of articles) for (const name of namesOf(path)) slugs.set(name, slug);
  for (const { path, slug, addresses } of articles) {
    for (const address of addresses) add(placeOf(path, address), slug);
  }
  for (const { path, slug } of articles) for (const name of publicNames(path)) add(name, slug);
  for (const [name, slug] of [...slugs]) add(name.toLowerCase(), slug);
  return slugs;
}

/** Returns the path of an address in front matter, which can be relative to the folder. */
function placeOf(path: string, address: string): string {
  const place = address.startsWith('/') ? address : posix.join(posix.dirname(path), address);
  return place.replace(/^\/+|(\.html?)?\/*$/g, '');
}

/** Returns the addresses that tools make of a path. */
function publicNames(path: string): string[] {
  const names = namesOf(path).flatMap((name) => {
    const page = name.replaceAll(groups, '').replace(nextPage, '');
    return [page.replace(/^_/, ''), page.replace(post, '$1/$2/$3/')];
  });
  return names.flatMap((name) => [name, name.replace(tops, '')]).filter(Boolean);
}
