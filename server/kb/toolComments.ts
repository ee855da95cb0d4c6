import { codeLines } from './codeLines.ts';

/** Comments of Jekyll, kramdown, MDX and Hugo that begin on a line of their own. */
const comments: readonly { start: RegExp; end: RegExp }[] = [
  { start: /^\s*\{%-?\s*comment\s*-?%\}/, end: /\{%-?\s*endcomment\s*-?%\}\s*$/ },
  { start: /^\s*\{::comment\}/, end: /\{:\/(?:comment)?\}\s*$/ },
  { start: /^\s*\{\/\*/, end: /\*\/\}\s*$/ },
  { start: /^\s*\{\{-?\s*\/\*/, end: /\*\/\s*-?\}\}\s*$/ },
];
/** Marks of kramdown around content that stays: `{::nomarkdown}`, `{::options … /}` and `{:/}`. */
const extensions = /\{(?:::(?:nomarkdown|options)\b[^{}]{0,200}|:\/\w{0,20})\}/g;
/** kramdown replaces the list item above it by a table of contents. */
const contents = /^\s*\{:\s*(?:[.#][\w-]+\s+){0,5}toc\b[^{}]*\}\s*$/;
const listItem = /^\s*(?:[-*+]|\d+[.)])\s/;

/**
 * Removes what tools do not show: comments, and the place of a table of contents. Code does not
 * change.
 */
export function withoutComments(lines: readonly string[]): string[] {
  const read: string[] = [];
  const isCode = codeLines();
  const endless = new Set<RegExp>();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isCode(line) || !line.includes('{')) {
      read.push(line);
      continue;
    }
    const comment = comments.find(({ start }) => start.test(line) && !endless.has(start));
    if (comment !== undefined) {
      const last = lines.findIndex((one, index) => index >= at && comment.end.test(one));
      if (last >= 0) {
        at = last;
        continue;
      }
      endless.add(comment.start);
    }
    if (!contents.test(line)) read.push(line.replaceAll(extensions, ''));
    else if (listItem.test(read.at(-1) ?? '')) read.pop();
  }
  return read;
}
