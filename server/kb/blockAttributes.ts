import { calloutLines, toneOf } from './callouts.ts';
import { codeLines } from './codeLines.ts';

/** The class of a block, as Just the Docs uses it for callouts: `{: .note }`, `{: .note-title }`. */
const attribute = /^\s{0,3}\{:\s*\.(?<kind>[a-z]+)(?<titled>-title)?\s*\}\s*$/;

/**
 * Converts blocks with the class of a callout to quotes in GitHub's form. The class stands behind
 * the block, or before it.
 */
export function calloutBlocks(lines: readonly string[]): string[] {
  if (!lines.some((line) => attribute.test(line))) return [...lines];
  const read: string[] = [];
  const isCode = codeLines();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const { kind = '', titled } = (isCode(line) ? null : attribute.exec(line))?.groups ?? {};
    if (toneOf(kind) === undefined) {
      read.push(line);
      continue;
    }
    const before = read.length - 1 - read.findLastIndex((one) => one.trim() === '');
    const block = before > 0 ? read.splice(read.length - before) : blockFrom(lines, at + 1);
    if (before === 0) at += block.length;
    read.push(...quoted(kind, titled !== undefined, block));
  }
  return read;
}

function blockFrom(lines: readonly string[], from: number): string[] {
  const rest = lines.slice(from);
  const end = rest.findIndex((line) => line.trim() === '');
  return end < 0 ? rest : rest.slice(0, end);
}

function quoted(kind: string, isTitled: boolean, block: readonly string[]): string[] {
  const isQuote = block.every((line) => line.startsWith('>'));
  const inner = isQuote ? block.map((line) => line.replace(/^> ?/, '')) : [...block];
  const title = isTitled ? (inner.shift() ?? '') : '';
  return calloutLines(kind, title, inner);
}
