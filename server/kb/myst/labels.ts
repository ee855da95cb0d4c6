import { posix } from 'node:path';
import { pageEnding } from '../findPage.ts';
import { namesOf } from '../links.ts';

/** A file of a folder, as far as links to it need it. */
export interface LinkedFile {
  path: string;
  name: string;
  content: string;
  front: { title: string | undefined };
  navTitle?: string | undefined;
}

export interface LinkTarget {
  path: string;
  title: string;
  /** The label, if it is one of a heading. */
  anchor: string;
}

const target = /^\s*\((?<label>[^()\s]{1,200})\)=\s*$/;
const option = /^\s*:(?:name|label):\s*(?<label>\S{1,200})\s*$/;
const heading = /^\s{0,3}#{1,6}\s+(?<text>.*?)(?:\s*\{#[^{}]*\})?\s*$/;

/** Returns the places of all labels: lines such as `(label)=`, and names of directives. */
export function labelsOf(files: readonly LinkedFile[]): Map<string, LinkTarget> {
  const labels = new Map<string, LinkTarget>();
  for (const file of files) {
    let waiting: string[] = [];
    for (const line of file.content.split('\n')) {
      const label = (target.exec(line) ?? option.exec(line))?.groups?.label;
      if (label !== undefined) {
        const { path } = file;
        if (!labels.has(label)) labels.set(label, { path, title: readable(label), anchor: '' });
        if (!line.includes(':name:') && !line.includes(':label:')) waiting.push(label);
        continue;
      }
      if (line.trim() === '') continue;
      const title = heading.exec(line)?.groups?.text;
      const [anchor = ''] = waiting;
      for (const one of title === undefined ? [] : waiting) {
        if (labels.get(one)?.path === file.path)
          labels.set(one, { path: file.path, title: title ?? '', anchor });
      }
      waiting = [];
    }
  }
  return labels;
}

/** Returns the pages by the paths under which others link to them. */
export function pagesOf(
  files: readonly LinkedFile[],
): (from: string, path: string) => LinkTarget | undefined {
  const pages = new Map<string, LinkTarget>();
  for (const file of files) {
    const page = { path: file.path, title: titleOf(file), anchor: '' };
    for (const name of namesOf(file.path)) pages.set(name, page);
  }
  return (from, path) => {
    const bare = path.replace(/#.*$/, '').replace(pageEnding, '');
    const place = path.startsWith('/') ? bare.slice(1) : posix.join(posix.dirname(from), bare);
    return pages.get(place);
  };
}

function titleOf({ front, content, navTitle, name }: LinkedFile): string {
  const first = content.split('\n').find((line) => /^\s{0,3}#\s/.test(line)) ?? '';
  return front.title ?? heading.exec(first)?.groups?.text ?? navTitle ?? readable(name);
}

export function readable(label: string): string {
  return (label.split(/[/:]/).at(-1) ?? label).replaceAll(/[-_]+/g, ' ').trim() || label;
}
