/** A block of MyST, such as `:::{note} Title`, or a fence with a name in braces. */
export interface Directive {
  name: string;
  argument: string;
  options: ReadonlyMap<string, string>;
  body: readonly string[];
  indent: string;
  /** True for fences of backticks or tildes, whose unknown names are languages of code. */
  isFence: boolean;
  /** Number of lines, with its marks. */
  length: number;
}

const opening =
  /^(?<indent>[ \t]*)(?<mark>:{3,}|`{3,}|~{3,})[ \t]*\{[ \t]*\.?(?:callout-)?(?<name>[A-Za-z][\w:.+-]{0,60})[^{}`]{0,200}\}[ \t]*(?<argument>.*)$/;
const option = /^\s*:(?<key>[\w-]{1,40}):[ \t]*(?<value>.*)$/;
const maxOptions = 40;
/** Longer ones are no directives. */
const maxLines = 2_000;
/** The last search for the end of each mark, so that many directives without an end are fast. */
const searches = new WeakMap<readonly string[], Map<string, Search>>();

interface Search {
  /** Its first line. A search from an earlier line begins again. */
  from: number;
  /** The first line that was not read. */
  next: number;
  end: number | undefined;
}

/** Returns the directive that begins in this line, or undefined for other lines. */
export function directiveAt(lines: readonly string[], at: number): Directive | undefined {
  const found = opening.exec(lines[at] ?? '');
  const { indent = '', mark = '', name = '', argument = '' } = found?.groups ?? {};
  // The first line of a fence of backticks has no others.
  if (found === null || (mark.startsWith('`') && argument.includes('`'))) return undefined;
  const end = endOf(lines, at + 1, mark);
  if (end === undefined) return undefined;
  const inner = lines.slice(at + 1, end).map((line) => withoutIndent(line, indent));
  const { options, from } = optionsOf(inner);
  return {
    name: name.toLowerCase(),
    argument: argument.trim(),
    options,
    body: trimmed(inner.slice(from)),
    indent,
    isFence: !mark.startsWith(':'),
    length: end - at + 1,
  };
}

/** Returns the line that ends a directive whose content begins in line `from`. */
function endOf(lines: readonly string[], from: number, mark: string): number | undefined {
  const byMark = searches.get(lines) ?? new Map<string, Search>();
  searches.set(lines, byMark);
  let search = byMark.get(mark);
  if (search === undefined || from < search.from) search = { from, next: from, end: undefined };
  byMark.set(mark, search);
  const until = Math.min(lines.length, from + maxLines);
  search.from = from;
  if (search.end !== undefined && search.end < from) search.end = undefined;
  search.next = Math.max(search.next, from);
  while (search.end === undefined && search.next < until) {
    if (isEnd(lines[search.next] ?? '', mark)) search.end = search.next;
    search.next += 1;
  }
  return search.end !== undefined && search.end < until ? search.end : undefined;
}

function isEnd(line: string, mark: string): boolean {
  const bare = line.trim();
  return bare.startsWith(mark) && bare.replaceAll(mark[0] ?? '', '') === '';
}

function withoutIndent(line: string, indent: string): string {
  return line.startsWith(indent) ? line.slice(indent.length) : line.trimStart();
}

/** Reads options: lines such as `:name: value`, or YAML between lines of `---`. */
function optionsOf(lines: readonly string[]): { options: Map<string, string>; from: number } {
  const options = new Map<string, string>();
  if (lines[0]?.trim() === '---') {
    const end = lines.slice(1, maxOptions).findIndex((line) => line.trim() === '---');
    for (const line of lines.slice(1, end + 1)) {
      const [, key = '', value = ''] = /^\s*([\w-]+):\s*(.*)$/.exec(line) ?? [];
      if (key !== '') options.set(key, value.replaceAll(/^["']|["']$/g, ''));
    }
    return { options, from: end < 0 ? 0 : end + 2 };
  }
  let from = 0;
  for (let line = option.exec(lines[0] ?? ''); line !== null; ) {
    options.set(line.groups?.key ?? '', line.groups?.value?.trim() ?? '');
    from += 1;
    line = from < maxOptions ? option.exec(lines[from] ?? '') : null;
  }
  return { options, from };
}

function trimmed(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.trim() !== '');
  const end = lines.findLastIndex((line) => line.trim() !== '');
  return start < 0 ? [] : lines.slice(start, end + 1);
}
