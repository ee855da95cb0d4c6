import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { errorStatus } from '../../../src/contract/envelope.ts';

const [api = '', client = ''] = readFileSync('docs/errors.md', 'utf8').split(
  '## Errors without a response',
);

it('docs/errors.md lists every code of the API with its status', () => {
  const rows = [...api.matchAll(/^\| `([A-Z_]+)` \| (\d+) \|/gm)];
  expect(Object.fromEntries(rows.map(([, code, status]) => [code, Number(status)]))).toEqual(
    errorStatus,
  );
});

it('docs/errors.md lists every code that the widget and the client set', () => {
  const codes = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => readFileSync(join('src', file), 'utf8'))
    .flatMap((source) => [...source.matchAll(/\bcode: '([A-Z_]+)'/g)].map(([, code]) => code));
  const rows = [...client.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([A-Z_]+)`/g)].map(([, code]) => code),
  );
  expect(new Set(rows)).toEqual(new Set(codes));
});
