import { codeLines } from './codeLines.ts';
import { fenced } from './codeParts.ts';

const edge = /^(?<indent>\s*)\$\$\s*$/;
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
  if (!lines.some((line) => line.includes('$'))) return [...lines];
  const read: string[] = [];
  const isCode = codeLines();
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isCode(line)) {
      read.push(line);
      continue;
    }
    const indent = (edge.exec(line) ?? whole.exec(line))?.groups?.indent;
    const length = edge.test(line)
      ? lines.slice(at + 1, at + maxLines).findIndex((one) => edge.test(one))
      : 0;
    if (indent === undefined || length < 0) {
      read.push(inlineMath(line));
      continue;
    }
    const text = whole.exec(line)?.groups?.text;
    const body = text === undefined ? lines.slice(at + 1, at + 1 + length) : [text];
    if (text === undefined) at += length + 1;
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

function inlineMath(line: string): string {
  return line
    .split(/(`+[^`]+`+)/)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replaceAll(within, code).replaceAll(single, code),
    )
    .join('');
}

const code = (_: string, text: string) => `\`${text.trim()}\``;
