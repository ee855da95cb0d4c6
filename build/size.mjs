import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';

/** Bytes over the wire (brotli 11) of what the script tag loads, against the budgets. */
const budgets = { loader: 2_500, firstOpen: 31_500, visit: 45_000, chunk: 10_600 };

const brotli = (file) =>
  brotliCompressSync(readFileSync(`dist/embed/${file}`), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;

const sizes = new Map(
  readdirSync('dist/embed')
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, brotli(name)]),
);
const sum = (names) => names.reduce((total, name) => total + (sizes.get(name) ?? 0), 0);
const named = (start) => [...sizes.keys()].filter((name) => name.startsWith(start));

const rows = [
  ['loader, until the button shows', sum(['support.js']), budgets.loader],
  [
    'first open, until the form can be used',
    sum(['support.js', ...named('app-')]),
    budgets.firstOpen,
  ],
  [
    'whole visit: form sent, requests read',
    sum([
      'support.js',
      ...named('app-'),
      ...named('api-'),
      ...named('Requests-'),
      ...named('Conversation-'),
    ]),
    budgets.visit,
  ],
  ...[...sizes]
    .filter(([name]) => name !== 'support.js' && !name.startsWith('app-'))
    .map(([name, size]) => [`chunk ${name.split('-')[0]}`, size, budgets.chunk]),
  ['everything', sum([...sizes.keys()]), Number.POSITIVE_INFINITY],
];

let over = 0;
for (const [what, size, budget] of rows) {
  if (size > budget) over++;
  const limit = Number.isFinite(budget) ? ` of ${budget}` : '';
  process.stdout.write(
    `${size > budget ? 'over' : 'ok  '}  ${String(size).padStart(6)}${limit}  ${what}\n`,
  );
}
process.exitCode = over > 0 ? 1 : 0;
