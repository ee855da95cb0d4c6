import { codeLines } from './codeLines.ts';

/**
 * Maximum depth of lists, quotes and containers. Readers see five levels, and each further level
 * makes the parser slower.
 */
const maxLevels = 40;
/** Maximum number of open containers such as `:::note`. */
const maxContainers = 10;
/**
 * Maximum number of marks in all lines that begin with more than two, such as `- - - text`. Each
 * makes the parser much slower.
 */
const maxCrowdedMarks = 200;
const mark = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const containerMark = /^[\s>]*:{3,}(?:(?<name>[a-z])|\s*$)/i;

/** True if Markdown nests so deep that the parser would take minutes. */
export function isNestedTooDeep(source: string): boolean {
  const isCode = codeLines();
  /** Columns of the list items that contain the line. */
  let items: number[] = [];
  let containers = 0;
  let crowdedMarks = 0;
  return source.split('\n').some((line) => {
    if (line.trim() === '' || isCode(line)) return false;
    const column = line.search(/\S/);
    items = items.filter((outer) => outer < column);
    const around = items.length;
    const marks = marksOf(line);
    if (marks > 0) items.push(column);
    const container = containerMark.exec(line);
    if (container !== null) containers += container.groups?.name === undefined ? -1 : 1;
    containers = Math.max(0, containers);
    if (marks > 2) crowdedMarks += marks;
    return (
      around + marks + containers > maxLevels ||
      containers > maxContainers ||
      crowdedMarks > maxCrowdedMarks
    );
  });
}

/** Returns the number of list and quote marks at the start of a line. */
function marksOf(line: string): number {
  let count = 0;
  mark.lastIndex = 0;
  while (mark.test(line)) count += 1;
  return count;
}

/**
 * Maximum depth of YAML. At about 700 levels its parser has no stack left, which can end the
 * process: a regular expression that is compiled then has no memory.
 */
const maxYamlLevels = 50;
const blockMarks = /^(?:[ \t]|[-?](?=[ \t]))*/gm;

/**
 * True if YAML nests too deep. A level of `[` or `{` is open until it is closed; any other begins
 * at least one column further than the level around it.
 */
export function isYamlNestedTooDeep(text: string): boolean {
  let open = 0;
  for (const sign of text) {
    if (sign === '[' || sign === '{') open += 1;
    else if (sign === ']' || sign === '}') open = Math.max(0, open - 1);
    if (open > maxYamlLevels) return true;
  }
  const prefixes = text.match(blockMarks) ?? [];
  return prefixes.some((prefix) => prefix.length > 2 * maxYamlLevels);
}
