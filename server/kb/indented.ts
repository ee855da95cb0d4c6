import { codeLines } from './codeLines.ts';

const admonition = /^(\s*)(!!!|\?\?\?\+?)\s+([\w-]+)(?:\s+[\w-]+)*(?:\s+"([^"]*)")?\s*$/;
const tab = /^(\s*)===[!+]?\s+"([^"]*)"\s*$/;

/**
 * Converts the indented blocks of MkDocs to quotes in GitHub's form: `!!! note "Title"`, and the
 * tabs `=== "Name"`. The indented lines below are their content.
 */
export function admonitions(lines: readonly string[]): string[] {
  const read: string[] = [];
  const isCode = codeLines();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isCode(line)) {
      read.push(line);
      continue;
    }
    const [opened, named] = [admonition.exec(line), tab.exec(line)];
    const indent = opened?.[1] ?? named?.[1];
    if (indent === undefined) {
      read.push(line);
      continue;
    }
    const body = bodyOf(lines, at + 1, indent.length);
    at += body.length;
    const inner = admonitions(
      body.map((one) => one.slice(indent.length).replace(/^( {1,4}|\t)/, '')),
    );
    if (opened !== null) {
      const title = opened[4] === undefined ? '' : ` ${opened[4]}`;
      read.push('', `${indent}> [!${(opened[3] ?? 'note').toUpperCase()}]${title}`);
      for (const one of inner) read.push(`${indent}> ${one}`.trimEnd());
      read.push('');
    } else {
      read.push(
        '',
        `${indent}**${named?.[2] ?? ''}**`,
        '',
        ...inner.map((one) => indent + one),
        '',
      );
    }
  }
  return read;
}

/** Returns the following lines that are indented deeper, without trailing blank lines. */
function bodyOf(lines: readonly string[], from: number, indent: number): string[] {
  let end = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    const own = /^[ \t]*/.exec(line)?.[0] ?? '';
    const width = own.replaceAll('\t', '    ').length;
    if (width < indent + 2) break;
    end = at + 1;
  }
  return lines.slice(from, end);
}
