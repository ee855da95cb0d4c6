/**
 * Converts the nested lists of a `list-table` to a table: `* - cell`, then `  - cell`. They stay
 * lists if a cell has code of several lines, which a table cannot contain.
 */
export function listTable(body: readonly string[], hasHeader: boolean): readonly string[] {
  if (body.some((line) => /^[\s*-]*(?:`{3,}|~{3,})/.test(line))) return body;
  const rows: string[][] = [];
  for (const line of body) {
    const row = /^\s*[*-]\s+-\s*(?<cell>.*)$/.exec(line)?.groups;
    const cell = /^\s+-\s*(?<cell>.*)$/.exec(line)?.groups;
    if (row !== undefined) rows.push([row.cell ?? '']);
    else if (cell !== undefined) rows.at(-1)?.push(cell.cell ?? '');
    else if (line.trim() !== '') addToLast(rows.at(-1), line.trim());
  }
  return tableOf(rows, hasHeader);
}

function addToLast(row: string[] | undefined, text: string): void {
  if (row !== undefined) row[row.length - 1] = `${row.at(-1)} ${text}`.trim();
}

/** Converts a `csv-table` to a table. */
export function csvTable(body: readonly string[], header: string | undefined): string[] {
  const lines = header === undefined ? body : [header, ...body];
  const rows = lines.filter((line) => line.trim() !== '').map(cellsOf);
  return tableOf(rows, header !== undefined);
}

function cellsOf(line: string): string[] {
  const cells = line.matchAll(/(?:^|,)\s*(?:"((?:[^"]|"")*)"|([^,]*))/g);
  return [...cells].map(([, quoted, plain = '']) => quoted?.replaceAll('""', '"') ?? plain.trim());
}

function tableOf(rows: readonly string[][], hasHeader: boolean): string[] {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]) => {
    const filled = Array.from({ length: width }, (_, at) => cells[at] ?? '');
    return `| ${filled.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  };
  const [first = [], ...others] = rows;
  const body = hasHeader ? others : rows;
  return [line(hasHeader ? first : []), line(Array(width).fill('---')), ...body.map(line)];
}
