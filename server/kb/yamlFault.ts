import type { YAMLError } from 'yaml';

/** Says what is wrong with YAML, and how to correct it. */
export function yamlFault({ code, message }: Pick<YAMLError, 'code' | 'message'>): string {
  switch (code) {
    case 'TAB_AS_INDENT':
      return 'A line is indented by a tab. Use spaces.';
    case 'BAD_SCALAR_START':
      return 'A value begins with a reserved sign. Put the value in quotes.';
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
      return 'A line has a second `: `, or the wrong indentation. Put values with `: ` in quotes, and begin names in the same column.';
    case 'UNEXPECTED_TOKEN':
      return 'There is text behind the end of a value. Put the whole value in quotes.';
    case 'BAD_ALIAS':
      return 'A value begins with `*` or `&`. Put it in quotes.';
  }
  const [, sign] = /must be sufficiently indented and end with a (.)/.exec(message) ?? [];
  if (sign !== undefined) return `A list or map in brackets has no end. Add the \`${sign}\`.`;
  if (message.includes('closing')) return 'A quote has no end. Add the second quotation mark.';
  if (code === 'MISSING_CHAR') return 'A line has no value. Write `name: value`.';
  return 'This is not YAML. Write lines such as `name: value`.';
}

/** Returns where the fault begins. The parser names the place where an end is missing. */
export function offsetOfFault(text: string, { pos, message }: Pick<YAMLError, 'pos' | 'message'>) {
  const [at] = pos;
  const [, end, quote] = /and end with a (.)|closing (.)quote/.exec(message) ?? [];
  const sign = quote ?? (end === ']' ? '[' : '{');
  const start = (end ?? quote) ? text.lastIndexOf(sign, at) : -1;
  return start < 0 ? at : start;
}
