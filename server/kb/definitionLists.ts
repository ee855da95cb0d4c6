import { codeLines } from './codeLines.ts';

const definition = /^(?<indent> {0,3}):\s{1,4}(?<text>\S.*)$/;
/** Lines that are no term: they belong to another construct. */
const ofOther = /^\s*(?:#{1,6}\s|[-*+>|<]|\d{1,9}[.)]\s|`{3}|~{3}|:{2,}|\{[%{])|^\s{4}/;

/**
 * Converts definition lists of Markdown Extra (Hugo, Jekyll, MkDocs) to paragraphs, the term in
 * bold type: a term, and lines that begin with `: ` below it.
 */
export function definitionLists(lines: readonly string[]): string[] {
  const read: string[] = [];
  const isCode = codeLines();
  /** True for the lines after a definition, which are indented if they belong to it. */
  let isWithin = false;
  for (const line of lines) {
    const found = isCode(line) ? null : definition.exec(line);
    if (found !== null && (isWithin || nameTerm(read))) {
      isWithin = true;
      read.push('', found.groups?.text ?? '');
      continue;
    }
    isWithin = isWithin && /^(\s|$)/.test(line);
    read.push(isWithin ? line.replace(/^( {1,4}|\t)/, '') : line);
  }
  return read;
}

/** Makes the last line bold if it is a term: a single line of text. */
function nameTerm(read: string[]): boolean {
  const at = read.findLastIndex((line) => line.trim() !== '');
  const term = read[at] ?? '';
  const isTerm = read.length - at <= 2 && (read[at - 1] ?? '').trim() === '';
  if (!isTerm || term === '' || ofOther.test(term)) return false;
  read[at] = /^\*\*.*\*\*$/.test(term.trim()) ? term : `**${term.trim()}**`;
  return true;
}
