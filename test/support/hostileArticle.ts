import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { hostileStrings } from './hostile.ts';

const shared = join(import.meta.dirname, '../../../shared/data/hostile');

/** HTML that tries to run, and malicious addresses. Uses the larger collection, if it exists. */
export const hostileHtml: readonly string[] = [
  '<script>window.pwned = 1</script>',
  '<img src=x onerror="window.pwned = 1">',
  '<svg><animate onbegin="window.pwned = 1" attributeName=x dur=1s></svg>',
  '<iframe srcdoc="<script>parent.pwned = 1</script>"></iframe>',
  '<details open ontoggle="window.pwned = 1">',
  '<style>@import "javascript:0"; * { display: none }</style>',
  '<form name="body"><input name="firstChild"></form>',
  '<math><mtext><table><mglyph><style><img src=x onerror="window.pwned = 1">',
  ...read('xss-html.json', z.array(z.object({ html: z.string() }))).map(({ html }) => html),
];

export const hostileUrls: readonly string[] = [
  'javascript:window.pwned=1',
  'JaVaScRiPt:window.pwned=1',
  '\u0001javascript:window.pwned=1',
  'java\tscript:window.pwned=1',
  'data:text/html,<script>window.pwned=1</script>',
  'vbscript:msgbox(1)',
  'blob:https://example.com/1',
  'file:///etc/passwd',
  '//evil.example/x',
  ...read('urls.json', z.array(z.string())),
];

function read<T>(name: string, schema: z.ZodMiniType<T[]>): T[] {
  const file = join(shared, name);
  return existsSync(file) ? schema.parse(JSON.parse(readFileSync(file, 'utf8'))) : [];
}

/**
 * Returns Markdown articles that contain all of it as paragraphs, links, images, tables, code and
 * headings.
 */
export function hostileMarkdown(): string[] {
  const pieces = [...hostileHtml, ...hostileStrings].map(storable);
  const inText = pieces.map((text) => `${text}\n\n# ${oneLine(text)}\n\n- ${oneLine(text)}\n`);
  const inCode = pieces.map((text) => `\`\`\`html\n${text}\n\`\`\`\n\n> ${oneLine(text)}\n`);
  const inLinks = hostileUrls.map(
    (url) =>
      `[press](<${oneLine(url)}>) ![see](<${oneLine(url)}>) <${oneLine(url)}>\n\n[r]: ${url}\n`,
  );
  const inTable = `| a | b |\n|---|---|\n${pieces.map((text) => `| ${oneLine(text)} | x |`).join('\n')}\n`;
  return [...slices(inText), ...slices(inCode), ...slices(inLinks), inTable];
}

/** Keeps each article within the limits. */
function slices(parts: readonly string[]): string[] {
  const slices: string[] = [];
  for (let at = 0; at < parts.length; at += 60) slices.push(parts.slice(at, at + 60).join('\n'));
  return slices;
}

const oneLine = (text: string) => text.replaceAll(/[\r\n\u2028\u2029]+/g, ' ');
/** The import rejects text that cannot be stored, with its line. */
const storable = (text: string) => text.replace(/[\0\p{Cs}]/gu, '');
