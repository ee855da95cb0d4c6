import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { makeFolder } from '../../base/makeFolder.ts';

const folderOf = (backup: string) => join(backup, 'tables');
const fileOf = (backup: string, table: string) => join(folderOf(backup), `${table}.jsonl.gz`);

/** Writes one row per line. Returns the number of rows. */
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

/** Yields the rows of a table. @throws Error for a truncated or damaged file */
export async function* readRows(backup: string, table: string): AsyncGenerator<string> {
  const text = createGunzip();
  const reading = pipeline(createReadStream(fileOf(backup, table)), text);
  // The rejection is handled below, after the readable lines.
  reading.catch(() => {});
  for await (const line of createInterface({ input: text })) yield line;
  await reading;
}
