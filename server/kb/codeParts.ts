/** A line that includes code of another file. */
export interface CodePart {
  target: string;
  /** The part of the file: its region, or its lines, such as `2:5`. */
  section: string;
}

/** Lines of VitePress and FastAPI that include code. The code needs a fence. */
const includeLines = [
  /^\s*<<<\s+(?<target>[^\s#{[]+)(?:#(?<section>[\w-]+))?(?:\s*\{[^}]*\})?(?:\s*\[[^\]]*\])?\s*$/,
  /^\s*\{\*\s*(?<target>[^\s*]+)(?:\s[^*]*)?\*\}\s*$/,
];
/** The line of MkDocs that includes code. It is inside a fence. */
const fenceLine = /^\s*-{1,}8<-{1,}\s+["'](?<target>[^"':]+)(?::(?<section>[\w:-]+))?["']\s*$/;

export function codePartOf(line: string): CodePart | undefined {
  return partIn(includeLines.map((one) => one.exec(line)).find((one) => one !== null));
}

export function codePartInFence(line: string): CodePart | undefined {
  return partIn(fenceLine.exec(line));
}

function partIn(found: RegExpExecArray | null | undefined): CodePart | undefined {
  const { target, section = '' } = found?.groups ?? {};
  return target === undefined ? undefined : { target, section };
}

/** Returns the lines of a section, or all lines. Lines that mark sections are not part of the code. */
export function sectionOf(text: string, section: string): string[] {
  const all = text.trimEnd().split(/\r?\n/);
  const [, first, last] = /^(\d*):(\d*)$/.exec(section) ?? [];
  if (first !== undefined) return all.slice(Number(first || 1) - 1, Number(last) || undefined);
  const names = new RegExp(`(?:\\[start:\\s*|region\\s+)${section}\\b`);
  const start = section === '' ? -1 : all.findIndex((line) => names.test(line));
  const rest = all.slice(start + 1);
  const end = start < 0 ? -1 : rest.findIndex((line) => /\[end:|end ?region/i.test(line));
  return (end < 0 ? rest : rest.slice(0, end)).filter((line) => !isMark(line));
}

const isMark = (line: string) => /--8<-- \[(start|end):|#(end)?region\b/.test(line);

/** Returns code between fences that are longer than any run of backticks in it. */
export function fenced(language: string, code: readonly string[]): string[] {
  const marks = code.join('\n').match(/`+/g) ?? [];
  const fence = '`'.repeat(Math.max(2, ...marks.map((mark) => mark.length)) + 1);
  return [fence + language, ...code, fence];
}
