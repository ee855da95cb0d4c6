import { admonitions } from './indented.ts';
import { lineOfTag } from './tags.ts';

const container =
  /^(\s{0,3}):{3,}\s*([a-z][\w-]*)(?=[\s[{]|$)\s*(?:\[([^\]]*)\]|\{[^}]*\})?\s*([^{]*?)\s*(?:\{[^}]*\})?\s*$/i;
const containerEnd = /^\s{0,3}:{3,}\s*$/;
const moduleLine =
  /^(import\s[^;]*\sfrom\s+['"][^'"]+['"];?|import\s+['"][^'"]+['"];?|export\s+(const|default|function)\s.*)$/;

/**
 * Markdown as the tools for documentation write it, in the form that is read here: Docusaurus, VitePress
 * and Starlight containers, MkDocs admonitions and tabs, tags of GitBook, Jekyll and Hugo, and components
 * of MDX. What stands in code stays as it is.
 */
export function plainMarkdown(source: string): string {
  const lines: string[] = [];
  const given = admonitions(source.split(/\r?\n/));
  // Others give `:::` another meaning, and close nothing.
  const hasContainers = given.some((line) => containerEnd.test(line));
  let fence: string | undefined;
  let depth = 0;
  for (const line of given) {
    const mark = /^[\s>]*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim().replaceAll(/[>\s]/g, '') === mark)
        fence = undefined;
      lines.push(line);
      continue;
    }
    if (mark !== undefined) fence = mark;
    const isKept = mark !== undefined || (!hasContainers && container.test(line));
    const written = isKept ? { text: line, depth } : readLine(line, depth);
    depth = written.depth;
    if (written.text !== undefined) lines.push(written.text);
  }
  return lines.join('\n');
}

/** Containers are closed by the marks that opened them: those outside have more colons than those within. */
const mostColons = 40;
const colons = (depth: number) => ':'.repeat(Math.max(3, mostColons - depth));

function readLine(line: string, depth: number): { text: string | undefined; depth: number } {
  const bare = line.trim();
  if (containerEnd.test(line)) return close(depth);
  const opened = container.exec(line);
  if (opened !== null) return open(depth, opened[2] ?? 'note', opened[3] || opened[4] || '');
  const tag = lineOfTag(bare);
  if (tag === undefined) {
    if (moduleLine.test(bare) && depth === 0) return { text: undefined, depth };
    return {
      text: line
        .replace(/^(\s{0,3}#{1,6}\s.*?)\s*\{#[^}]*\}\s*$/, '$1')
        .replace(/^\s*\{:[^}]*\}\s*$/, ''),
      depth,
    };
  }
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
