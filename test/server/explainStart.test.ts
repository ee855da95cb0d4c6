import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from '../../server/base/makeFolder.ts';
import { explainStartFailure } from '../../server/start/startup.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'support-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder is created once, with its parents', () => {
  const deep = join(folder, 'a', 'b', 'c');
  makeFolder(deep, 0o700);
  makeFolder(deep, 0o700);
  expect(statSync(deep).mode & 0o777).toBe(0o700);
});

test('if a folder cannot be created, an error is thrown immediately', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(() => makeFolder('/proc/none/a')).toThrow('The folder /proc/none cannot be created.');
  expect(() => makeFolder(join(folder, 'file'))).toThrow('EEXIST');
  expect(() => makeFolder(join(folder, 'file', 'a'))).toThrow('ENOTDIR');
});

const failed = (values: object) => Object.assign(new Error('failed'), values);

test.each([
  ['a full disk while writing', failed({ code: 'ENOSPC', syscall: 'write' }), 'A file or folder'],
  ['a folder in place of a file', failed({ code: 'EISDIR', path: '/x' }), '/x cannot be used: it'],
  ['a full disk under the embedded database', { name: 'ErrnoError', errno: 51 }, 'is full'],
  ['a read-only disk under it', { name: 'ErrnoError', errno: 69 }, 'is read-only'],
  ['a full disk of Postgres', failed({ code: '53100' }), 'The disk of the database is full.'],
])('%s has a sentence', (_what, error, words) => {
  expect(explainStartFailure(error)).toContain(words);
});

test.each([
  ['of a socket', failed({ code: 'EACCES', syscall: 'listen' })],
  ['that is unknown', { name: 'ErrnoError', errno: 8 }],
  ['that is no error', undefined],
])('a failure %s has no sentence', (_what, error) => {
  expect(explainStartFailure(error)).toBeUndefined();
});
