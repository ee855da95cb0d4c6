import { codeLines } from './codeLines.ts';
import { fenced } from './codeParts.ts';

/** The first and last lines of formulas. */
const edges = [
  { start: /^(?<indent>\s*)\$\$\s*$/, end: /^\s*\$\$(?:\s*\([\w:-]+\))?\s*$/ },
  { start: /^(?<indent>\s*)\\\[\s*$/, end: /^\s*\\\]\s*$/ },
];
/** Formulas without other marks: their first and last lines are part of them. */
const environment = /^(?<indent>\s*)\\begin\{(?<name>[a-z]{4,12}\*?)\}/;
const whole = /^(?<indent>\s*)\$\$(?<text>[^$]+)\$\$\s*$/;
const within = /\$\$(?<text>[^$`]+)\$\$/g;
/**
 * Between single signs, which can be prices or variables, only what can be nothing else. The length
 * is limited, because the pattern tries every place in a text without an end.
 */
const single =
  /(?<![\w$\\])\$(?=\S)(?<text>[^$`\n]{0,200}(?:\\[A-Za-z]{2,}|\^|_\{)[^$`\n]{0,200})(?<=\S)\$(?![\w$])/g;
/** Longer formulas are data. */
const maxLines = 100;

/**
 * Converts formulas to code, in which Markdown changes nothing. Formulas are shown as their source.
 */
export function mathCode(lines: readonly string[]): string[] {
  if (!lines.some((line) => /\$|^\s*\\(?:\[|begin\{)/.test(line))) return [...lines];
  const read: string[] = [];
  const isCode = codeLines();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isCode(line)) {
      read.push(line);
      continue;
    }
    const formula = formulaAt(lines, at);
    if (formula === undefined) {
      read.push(inlineMath(line));
      continue;
    }
    const { indent, body } = formula;
    at += formula.length - 1;
    read.push(
      '',
      ...fenced(
        'latex',
        body.map((one) => one.trim()),
      ).map((one) => indent + one),
      '',
    );
  }
  return read;
}

interface Formula {
  indent: string;
  body: readonly string[];
  /** Number of lines, with its marks. */
  length: number;
}

function formulaAt(lines: readonly string[], at: number): Formula | undefined {
  const line = lines[at] ?? '';
  const single = whole.exec(line)?.groups;
  if (single) return { indent: single.indent ?? '', body: [single.text ?? ''], length: 1 };
  const rest = lines.slice(at + 1, at + maxLines);
  for (const { start, end } of edges) {
    const indent = start.exec(line)?.groups?.indent;
    const length = indent === undefined ? -1 : rest.findIndex((one) => end.test(one));
    if (indent === undefined || length < 0) continue;
    return { indent, body: rest.slice(0, length), length: length + 2 };
  }
  const { indent, name } = environment.exec(line)?.groups ?? {};
  const last = name === undefined ? -1 : rest.findIndex((one) => one.includes(`\\end{${name}}`));
  if (indent === undefined || last < 0) return undefined;
  return { indent, body: [line, ...rest.slice(0, last + 1)], length: last + 2 };
}

function inlineMath(line: string): string {
  return line
    .split(/(`+[^`]+`+)/)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replaceAll(within, code).replaceAll(single, code),
    )
    .join('');
}

const code = (_: string, text: string) => `\`${text.trim()}\``;
