import { calloutLines, toneOf } from './callouts.ts';
import { codeLines } from './codeLines.ts';

const admonition = /^(\s*)(!!!|\?\?\?\+?)(\s*)([\w-]+)(?:\s+[\w-]+)*(?:\s+"(.*)")?\s*$/;
const tab = /^(\s*)===[!+]?\s+"([^"]*)"\s*$/;
/** Documentation that MkDocs makes of code: `::: package.name`, with options below it. */
const reference = /^(\s*):::\s+([\w-]+(?:\.[\w-]+)+|mkdocs-\w+|[a-z]+_\w+)\s*$/;

/**
 * Converts the indented blocks of MkDocs to quotes in GitHub's form: `!!! note "Title"`, and the
 * tabs `=== "Name"`. The indented lines below are their content. Of documentation made of code, the
 * name is kept.
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
    const [start, named, made] = [admonition, tab, reference].map((one) => one.exec(line));
    // Without a space, other words than kinds of callouts are text.
    const isText = start?.[3] === '' && toneOf(start[4]?.toLowerCase() ?? '') === undefined;
    const opened = isText ? null : start;
    const indent = opened?.[1] ?? named?.[1] ?? made?.[1];
    if (indent === undefined) {
      read.push(line);
      continue;
    }
    const body = bodyOf(lines, at + 1, indent.length);
    at += body.length;
    const inner = admonitions(
      body.map((one) => one.slice(indent.length).replace(/^( {1,4}|\t)/, '')),
    );
    if (made) {
      read.push('', `${indent}\`${made[2]}\``, '');
    } else if (opened) {
      const callout = calloutLines(opened[4] ?? 'note', opened[5] ?? '', inner);
      read.push('', ...callout.map((one) => indent + one), '');
    } else {
      read.push(
        '',
        `${indent}**${titleOf(named?.[2] ?? '')}**`,
        '',
        ...inner.map((one) => indent + one),
        '',
      );
    }
  }
  return read;
}

/** Removes icons, such as `:material-apple: macOS`; marks of emphasis cannot begin with a space. */
function titleOf(text: string): string {
  return text.replaceAll(/:[a-z]+-[\w-]+:/g, '').trim();
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
