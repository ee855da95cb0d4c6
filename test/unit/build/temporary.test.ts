import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';

const program = `
  import { statSync } from 'node:fs';
  import { makeTemporaryFolder } from './build/temporary.mjs';
  const folder = makeTemporaryFolder();
  console.log(JSON.stringify({ folder, mode: (statSync(folder).mode & 0o777).toString(8) }));
`;

test('the folder for temporary files is readable for the user of Postgres, and removed with its process', () => {
  const args = ['--input-type=module', '--eval', program];
  const { folder, mode } = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
  expect(mode).toBe('755');
  expect(existsSync(folder)).toBe(false);
});
