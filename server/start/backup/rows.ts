import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { makeFolder } from '../../base/makeFolder.ts';

const folderOf = (backup: string) => join(backup, 'tables');
const fileOf = (backup: string, table: string) => join(folderOf(backup), `${table}.jsonl.gz`);

/** Writes a row a line. Returns how many there were. */
export async function writeRows(
  backup: string,
  table: string,
  rows: AsyncIterable<string>,
): Promise<number> {
  makeFolder(folderOf(backup));
  let count = 0;
  const lines = async function* () {
    for await (const row of rows) {
      count++;
      yield `${row}\n`;
    }
  };
  await pipeline(lines, createGzip(), createWriteStream(fileOf(backup, table), { mode: 0o600 }));
  return count;
}

/** The rows of a table. @throws Error for a file that is cut or damaged */
export async function* readRows(backup: string, table: string): AsyncGenerator<string> {
  const text = createGunzip();
  const reading = pipeline(createReadStream(fileOf(backup, table)), text);
  // It rejects below, after the lines that could be read.
  reading.catch(() => {});
  for await (const line of createInterface({ input: text })) yield line;
  await reading;
}
