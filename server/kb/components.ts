import { codeLines } from './codeLines.ts';

/** Maximum number of lines of one tag, or of one statement. */
const maxLines = 200;
const maxTagLines = 40;
const tagStart = /^(\s*)<(\/?)([A-Z][\w.]*)(?=[\s/>]|$)/;
/** An element of HTML that begins on a line of its own, and whose content is not code. */
const htmlElement =
  /^(?<indent>\s*)<(?<name>(?!(?:pre|code|script|style|svg|textarea|template)\b)[a-z][\w-]*)(?:\s[^<>]*)?(?<!\/)>\s*$/;
/** HTML of JSX, whose attributes can be code. */
const htmlStart = /^\s*<[a-z][\w-]*(?=[\s/>]|$)/;
const statement =
  /^(import\s*\{[^}]*$|import\s[^;]*\sfrom\s+['"][^'"]+['"];?$|import\s+['"][^'"]+['"];?$|export\s+(const|let|default|function|async|class|type|interface|\{|\*))/;

/**
 * Converts MDX to Markdown. Each tag of a component gets a line of its own, its content is indented
 * like the tag, and code of modules is removed. Without this, Markdown would read indented content
 * as code, which MDX does not have.
 */
export function withoutModules(lines: readonly string[]): string[] {
  const read: string[] = [];
  const isCode = codeLines();
  const open: OpenTag[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const text = lines[at] ?? '';
    const line = moved(text, open);
    if (isCode(line)) {
      read.push(line);
      continue;
    }
    const skipped = statementEnd(lines, at);
    if (skipped !== undefined) {
      at = skipped;
      continue;
    }
    const short = shortcodeEnd(lines, at);
    if (short > at) {
      read.push([line, ...lines.slice(at + 1, short + 1).map((one) => one.trim())].join(' '));
      at = short;
      continue;
    }
    const tag = tagStart.exec(text);
    const isHtml = tag === null && htmlStart.test(text);
    const end = tag === null && !isHtml ? undefined : tagEnd(lines, at);
    if (end !== undefined && isHtml && end.line > at && hasCode(lines.slice(at, end.line + 1))) {
      read.push(plainHtml(tagText(lines.slice(at, end.line + 1), end.column) + end.rest));
      at = end.line;
      continue;
    }
    if (tag === null || end === undefined) {
      read.push(isHtml ? plainHtml(line) : line);
      const name = isHtml ? elementAt(lines, at) : /^\s*<\/([a-z][\w-]*)>\s*$/.exec(text)?.[1];
      if (name === undefined) continue;
      if (isHtml) open.push({ name, indent: line.search(/\S/), base: undefined });
      else close(open, name);
      continue;
    }
    const [, , slash = '', name = ''] = tag;
    const written = tagText(lines.slice(at, end.line + 1), end.column);
    const isWhole = slash === '' && end.rest.includes(`</${name}>`);
    const indent = /^\s*/.exec(line)?.[0] ?? '';
    at = end.line;
    if (isWhole) {
      const [inner = '', after, ...others] = end.rest.split(`</${name}>`);
      const isAlone = after?.trim() === '' && others.length === 0;
      const parts = isAlone ? [written, inner.trim(), `</${name}>`] : [written + end.rest];
      read.push(...parts.map((part) => indent + part));
      continue;
    }
    read.push(indent + written);
    if (end.rest.trim() !== '') read.push(indent + end.rest.trim());
    if (slash === '/') close(open, name);
    else if (!written.endsWith('/>')) open.push({ name, indent: indent.length, base: undefined });
  }
  return read;
}

interface OpenTag {
  name: string;
  indent: number;
  /** The indentation of its content. Undefined until its first line. */
  base: number | undefined;
}

function close(open: OpenTag[], name: string): void {
  const at = open.findLastIndex((one) => one.name === name);
  if (at >= 0) open.splice(at);
}

/** Returns the name of the HTML element that begins on this line and ends on a line like it. */
function elementAt(lines: readonly string[], at: number): string | undefined {
  const { indent, name } = htmlElement.exec(lines[at] ?? '')?.groups ?? {};
  const end = `${indent}</${name}>`;
  return lines.slice(at + 1, at + maxLines).some((line) => line.startsWith(end)) ? name : undefined;
}

/** Returns the line with the indentation of the innermost tag around it. */
function moved(line: string, open: readonly OpenTag[]): string {
  const within = open.at(-1);
  if (within === undefined || line.trim() === '') return line;
  const width = /^ */.exec(line)?.[0].length ?? 0;
  within.base ??= width;
  return ' '.repeat(within.indent) + line.slice(Math.min(width, within.base));
}

/** Returns where the tag that starts at this line ends, or undefined if it is not a tag. */
function tagEnd(
  lines: readonly string[],
  from: number,
): { line: number; column: number; rest: string } | undefined {
  let depth = 0;
  let quote = '';
  for (let at = from; at < Math.min(lines.length, from + maxLines); at += 1) {
    const line = lines[at] ?? '';
    for (let column = 0; column < line.length; column += 1) {
      const sign = line[column] ?? '';
      if (quote !== '') {
        if (sign === quote) quote = '';
      } else if (sign === '"' || sign === "'" || (sign === '`' && depth > 0)) quote = sign;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
      else if (sign === '>' && depth <= 0) {
        return { line: at, column, rest: line.slice(column + 1) };
      }
    }
  }
  return undefined;
}

/** Returns the tag on one line. It keeps only text values; values that are code are removed. */
function tagText(lines: readonly string[], column: number): string {
  const last = (lines.at(-1) ?? '').slice(0, column);
  const whole = [...lines.slice(0, -1), last].join(' ').trim();
  const isClosed = whole.endsWith('/');
  const plain = whole
    .replaceAll(/\{\s*(["'`])([^"'`{}]*)\1\s*\}/g, '"$2"')
    .replaceAll(/=\s*\{[\s\S]*?\}(?=\s+[\w:-]+\s*=|\s*\/?$)/g, '=""')
    .replaceAll(/\s+/g, ' ');
  const [start = '', ...attributes] = plain.split(/(?<=^<\/?[\w.]+)/);
  const rest = attributes
    .join('')
    .replaceAll(/[<>{}]/g, '')
    .replace(/\/\s*$/, '');
  return `${start.replace(/\/$/, '')}${rest.trimEnd()}${isClosed ? ' />' : '>'}`;
}

const hasCode = (lines: readonly string[]) => lines.some((line) => /=\s*\{/.test(line));

/** Keeps only text values of attributes; values that are code are removed. */
function plainHtml(line: string): string {
  if (!hasCode([line])) return line;
  return line
    .replaceAll(/=\s*\{\s*(["'`])([^"'`{}]*)\1\s*\}/g, '="$2"')
    .replaceAll(/\s[\w:-]+=\s*\{(?:[^{}]|\{[^{}]*\})*\}/g, '');
}

/** Returns the last line of a Hugo or Liquid tag that starts at this line. */
function shortcodeEnd(lines: readonly string[], from: number): number {
  const opened = /^\s*(\{\{[<%]|\{%)/.exec(lines[from] ?? '')?.[1];
  if (opened === undefined) return from;
  const closing = opened === '{%' ? '%}' : `${opened.slice(2).replace('<', '>')}}}`;
  const end = lines.slice(from, from + maxTagLines).findIndex((line) => line.includes(closing));
  return from + Math.max(0, end);
}

/** Returns the last line of a module statement or comment that starts at this line. */
function statementEnd(lines: readonly string[], from: number): number | undefined {
  const first = lines[from] ?? '';
  const isComment = /^\s*\{\/\*/.test(first);
  if (!isComment && !statement.test(first)) return undefined;
  let depth = 0;
  for (let at = from; at < Math.min(lines.length, from + maxLines); at += 1) {
    const line = lines[at] ?? '';
    if (isComment) {
      if (line.includes('*/}')) return line.trim().endsWith('*/}') ? at : undefined;
      continue;
    }
    for (const sign of line.replaceAll(/(["'`])(?:(?!\1).)*\1/g, '')) {
      if ('([{'.includes(sign)) depth += 1;
      else if (')]}'.includes(sign)) depth -= 1;
    }
    const next = lines[at + 1] ?? '';
    const goesOn = /(=|=>|\(|,|\bfrom)\s*$/.test(line) || /^\s*[.?:&|]/.test(next);
    if (depth <= 0 && !goesOn) return at;
  }
  return isComment ? undefined : from;
}
