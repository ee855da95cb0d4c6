import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Code in a page of the documentation. */
export interface Snippet {
  page: string;
  line: number;
  language: string;
  code: string;
}

/** The pages of the documentation. */
export const pages = [
  'README.md',
  'server/README.md',
  ...readdirSync('docs', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];

function snippetsOf(page: string): Snippet[] {
  const text = readFileSync(page, 'utf8');
  // A snippet in a list is indented.
  return [...text.matchAll(/^( *)```(\w+)\n(.*?)^\1```$/gms)].map(
    ({ 1: indent = '', 2: language = '', 3: indented = '', index }) => {
      const code = indented.replaceAll(new RegExp(`^${indent}`, 'gm'), '');
      return { page, line: text.slice(0, index).split('\n').length, language, code };
    },
  );
}

/** All snippets of the README and of `docs`. */
export const snippets = pages.flatMap(snippetsOf);

/** Returns the position of a snippet, such as `docs/install.md:12`. */
export const named = ({ page, line }: Snippet) => `${page}:${line}`;

/** Returns the snippets of a language as cases of a test. */
export const casesOf = (language: string) =>
  snippets
    .filter((snippet) => snippet.language === language)
    .map((snippet) => [named(snippet), snippet] as const);
