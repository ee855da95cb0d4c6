import { code } from './directives.ts';

const fence =
  /^\s*(?<mark>`{3,}|~{3,}|:{3,})\s*(?:\{\s*\.?(?<name>[\w:.+-]+)[^{}]*\})?(?<rest>.*)$/;

/** Longer lines are data, not text. */
const maxLineLength = 10_000;

/** Changes every line of text, also in directives, but no code. */
export function mapTextLines(source: string, change: (line: string) => string): string {
  let inCode = '';
  const open: string[] = [];
  return source
    .split('\n')
    .map((line) => {
      if (line.length > maxLineLength) return line;
      const { mark = '', name, rest = '' } = fence.exec(line)?.groups ?? {};
      const isBare = mark !== '' && name === undefined && rest.trim() === '';
      if (inCode !== '') {
        if (isBare && mark.startsWith(inCode)) inCode = '';
        return line;
      }
      if (isBare && mark.startsWith(open.at(-1) ?? ' ')) {
        open.pop();
        return line;
      }
      if (name !== undefined && !code.test(name) && name !== 'math') {
        open.push(mark);
        return change(line);
      }
      if (mark === '' || (mark.startsWith(':') && name === undefined)) return change(line);
      inCode = mark;
      return line;
    })
    .join('\n');
}
