/** A line that includes code of another file. */
export interface CodePart {
  target: string;
  /** The part of the file: its region, or its lines, such as `2:5`. */
  section: string;
}

/** Lines of VitePress, FastAPI and mdBook that include code. The code needs a fence. */
const includeLines = [
  /^\s*<<<\s+(?<target>[^\s#{[]+)(?:#(?<section>[\w-]+))?(?:\s*\{[^}]*\})?(?:\s*\[[^\]]*\])?\s*$/,
  /^\s*\{\*\s*(?<target>[^\s*]+)(?:\s[^*]*)?\*\}\s*$/,
  /^\s*\{\{#(?:playground|rustdoc_include|include(?!\s+[^\s:]+\.(?:mdx?|markdown|mdown|mkdn?)\b))\s+(?<target>[^\s:{}]+)(?::(?<section>[\w:-]*))?[^{}]*\}\}\s*$/,
];
/** Lines of MkDocs and mdBook that include code. They are inside a fence. */
const fenceLines = [
  /^\s*-{1,}8<-{1,}\s+["'](?<target>[^"':]+)(?::(?<section>[\w:-]+))?["']\s*$/,
  /^\s*\{\{#(?:playground|(?:rustdoc_)?include)\s+(?<target>[^\s:{}]+)(?::(?<section>[\w:-]*))?[^{}]*\}\}\s*$/,
];

export function codePartOf(line: string): CodePart | undefined {
  return partIn(includeLines, line);
}

export function codePartInFence(line: string): CodePart | undefined {
  return partIn(fenceLines, line);
}

function partIn(patterns: readonly RegExp[], line: string): CodePart | undefined {
  const found = patterns.map((one) => one.exec(line)).find((one) => one !== null);
  const { target, section = '' } = found?.groups ?? {};
  return target === undefined ? undefined : { target, section };
}

/** Returns the lines of a section, or all lines. Lines that mark sections are not part of the code. */
export function sectionOf(text: string, section: string): string[] {
  const all = text.trimEnd().split(/\r?\n/);
  const lines = /^\d+$/.test(section) ? `${section}:${section}` : section;
  const [, first, last] = /^(\d*):(\d*)$/.exec(lines) ?? [];
  if (first !== undefined) return all.slice(Number(first || 1) - 1, Number(last) || undefined);
  const names = new RegExp(`(?:\\[start:\\s*|region\\s+|ANCHOR:\\s*)${section}\\b`);
  const start = section === '' ? -1 : all.findIndex((line) => names.test(line));
  const rest = all.slice(start + 1);
  const ends = new RegExp(`\\[end:|[eE]nd ?[rR]egion|ANCHOR_END:\\s*${section}\\b`);
  const end = start < 0 ? -1 : rest.findIndex((line) => ends.test(line));
  return (end < 0 ? rest : rest.slice(0, end)).filter((line) => !isMark(line));
}

const isMark = (line: string) =>
  /--8<-- \[(start|end):|#(end)?region\b|\bANCHOR(_END)?:/.test(line);

/** Returns code between fences that are longer than any run of backticks in it. */
export function fenced(language: string, code: readonly string[]): string[] {
  const marks = code.join('\n').match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(2, ...marks.map((mark) => mark.length)) + 1);
  return [fence + language, ...code, fence];
}
