import { codeLines } from './codeLines.ts';

const row = /^\s*\|/;
const wholeRow = /\|\s*$/;
const delimiter = /^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;
/** Wider tables are data, and each of their rows would be filled up. */
const maxColumns = 100;

/**
 * Gives every row of a table as many columns as the widest one. Markdown would read a table with
 * another number in its delimiter row as text, and would cut wider rows. A table without a
 * delimiter row gets one.
 */
export function evenTables(lines: readonly string[]): string[] {
  const read: string[] = [];
  const isCode = codeLines();
  let table: string[] = [];
  const endTable = () => {
    read.push(...evened(table));
    table = [];
  };
  for (const line of lines) {
    const isRow = !isCode(line) && (row.test(line) || (table.length === 1 && isDelimiter(line)));
    if (isRow) table.push(line);
    else {
      endTable();
      read.push(line);
    }
  }
  endTable();
  return read;
}

function evened(table: readonly string[]): readonly string[] {
  const [header = '', second = '', ...rest] = table;
  const hasDelimiter = isDelimiter(second);
  // Lines that begin with a sign can be something else, such as commands of a pipeline.
  const isTable = hasDelimiter || table.every((line) => wholeRow.test(line));
  if (table.length < 2 || isDelimiter(header) || !isTable) return table;
  const rows = hasDelimiter ? rest : [second, ...rest];
  const delimiterRow = hasDelimiter ? second : '| --- |';
  const width = Math.max(...[header, delimiterRow, ...rows].map(columnsOf));
  if (width > maxColumns) return table;
  return [filled(header, width, ' '), filled(delimiterRow, width, ' --- '), ...rows];
}

const isDelimiter = (line: string) => line.includes('|') && delimiter.test(line);

function columnsOf(line: string): number {
  const cells = line.replaceAll(/\\[\\|]/g, '').trim();
  return cells.replaceAll(/^\||\|$/g, '').split('|').length;
}

function filled(line: string, width: number, cell: string): string {
  const end = wholeRow.test(line) ? '' : ' |';
  return line.trimEnd() + end + `${cell}|`.repeat(Math.max(0, width - columnsOf(line)));
}
