import { calloutBlocks } from './blockAttributes.ts';
import { toneOf } from './callouts.ts';
import { codeLines } from './codeLines.ts';
import { codeTabs } from './codeTabs.ts';
import { codeTags } from './codeTags.ts';
import { withoutModules } from './components.ts';
import { definitionLists } from './definitionLists.ts';
import { evenTables } from './evenTables.ts';
import { admonitions } from './indented.ts';
import { plainLine } from './inlineTags.ts';
import { mathCode } from './mathCode.ts';
import { mystLines } from './myst/directives.ts';
import { plainRoles } from './myst/roles.ts';
import { lineOfTag } from './tags.ts';
import { withoutComments } from './toolComments.ts';

/** Its name can be a word in any script, which is then its title, too. */
const container =
  /^(\s{0,3}):{3,}\s*([a-z][\w-]*|(?![\w\s])\p{L}[\p{L}\p{N}]*)(?=[\s[{]|$)\s*(?:\[([^\]]*)\]|\{[^}]*\})?\s*([^{]*?)\s*(?:\{[^}]*\})?\s*$/iu;
const containerEnd = /^\s{0,3}:{3,}\s*$/;
/**
 * Converts Markdown of documentation tools to the form that is supported here: Docusaurus,
 * VitePress and Starlight containers, MkDocs admonitions and tabs, classes of Jekyll, definitions,
 * formulas, tags of GitBook, Jekyll and Hugo, and MDX components. Code does not change.
 */
export function plainMarkdown(source: string): string {
  const lines: string[] = [];
  const ofTools = codeTags(codeTabs(mystLines(withoutComments(source.split(/\r?\n/)))));
  const blocks = admonitions(withoutModules(ofTools));
  const normalized = evenTables(definitionLists(mathCode(calloutBlocks(blocks))));
  // Without a closing mark, `:::` is not a container: other tools use it differently.
  const hasContainers = normalized.some((line) => containerEnd.test(line));
  const isCode = codeLines();
  let depth = 0;
  let item = 0;
  for (const line of normalized) {
    const isUnchanged = isCode(line) || (!hasContainers && container.test(line));
    item = itemIndent(line, item);
    const written = isUnchanged ? { text: line, depth } : readLine(line, depth);
    depth = written.depth;
    if (written.text === undefined) {
      // Otherwise, HTML before the tag would reach up to the next empty line.
      if (lines.at(-1)?.trimStart().startsWith('<')) lines.push('');
      continue;
    }
    const isMoved = item > 0 && line.startsWith(' ') && /^\n?\S/.test(written.text);
    const indent = ' '.repeat(Math.min(item, line.search(/\S|$/)));
    const text = isMoved
      ? `${written.text.trimEnd().replaceAll(/^(?=\S)/gm, indent)}\n`
      : written.text;
    lines.push(text);
  }
  return lines.join('\n');
}

/**
 * Returns the indentation of the list item that contains or starts in this line; 0 outside of
 * lists.
 */
function itemIndent(line: string, before: number): number {
  const marker = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?=\S)/.exec(line)?.[0];
  if (marker !== undefined) return marker.length;
  if (line.trim() === '') return before;
  const width = line.search(/\S/);
  return width === 0 ? 0 : Math.min(before, width);
}

/**
 * A mark closes the container with the same number of colons. So outer containers get more colons
 * than inner ones.
 */
const maxColons = 40;
const colons = (depth: number) => ':'.repeat(Math.max(3, maxColons - depth));

function readLine(line: string, depth: number): { text: string | undefined; depth: number } {
  const bare = line.trim();
  if (containerEnd.test(line)) return close(depth);
  const opened = container.exec(line);
  if (opened !== null) {
    const [, , name = '', label = '', title = ''] = opened;
    const isName = /^[a-z]/i.test(name);
    const written = label || title || (isName ? '' : name);
    return open(depth, isName ? name : (toneOf(name) ?? 'note'), written);
  }
  const tag = lineOfTag(bare);
  if (tag === undefined) return { text: plainLine(plainRoles(line)), depth };
  if (tag.kind === 'open') return open(depth, tag.name, tag.title);
  if (tag.kind === 'close') return close(depth);
  return { text: tag.kind === 'text' ? tag.text : undefined, depth };
}

function open(depth: number, name: string, title: string) {
  const label = title === '' ? '' : `[${title.replaceAll(/[[\]]/g, '')}]`;
  return { text: `\n${colons(depth)}${name.toLowerCase()}${label}`, depth: depth + 1 };
}

function close(depth: number) {
  if (depth === 0) return { text: undefined, depth };
  return { text: `${colons(depth - 1)}\n`, depth: depth - 1 };
}
