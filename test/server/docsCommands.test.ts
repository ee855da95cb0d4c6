import { parseArgs } from 'node:util';
import { expect, test } from 'vitest';
import { commands } from '../../server/start/program.ts';
import { casesOf } from '../support/snippets.ts';
import { adminToken } from './support/administration.ts';
import { created, createTestApp, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { openProgram } from './support/program.ts';
import { createTenant, newId } from './support/tenant.ts';

/** Splits a command line like a shell does: quotes preserve spaces, and a backslash joins lines. */
function wordsOf(line: string): string[] {
  const words = line.matchAll(/(?:[^\s'"]|'[^']*'|"[^"]*")+/g);
  return [...words].map(([word]) => word.replaceAll(/'([^']*)'|"([^"]*)"/g, '$1$2'));
}

/** Returns the lines of a snippet without comments. */
const linesOf = (code: string) =>
  code
    .replaceAll('\\\n', ' ')
    .replaceAll(/-d '[^']*'/g, (data) => data.replaceAll('\n', ' '))
    .split('\n')
    .map((line) => line.replace(/\s+#\s.*/, '').trim())
    .filter((line) => line !== '');

const all = casesOf('sh').flatMap(([name, { code }]) =>
  linesOf(code).map((line) => [name, line] as const),
);
const ofProgram = all.filter(([, line]) => /^npx .*support-server/.test(line));
const ofCurl = all.filter(([, line]) => line.startsWith('curl '));

/** Commands that need another machine, or run until they are stopped. Other tests run them. */
const elsewhere = /^(serve|conformance|prepare|backup|restore)\b/;

/** The file that docs/administration.md describes. */
const exampleWith = (name: string) =>
  casesOf('json').find(([, { code }]) => code.includes(`"${name}"`))?.[1].code ?? '';
const routing = exampleWith('queues');
const messages = exampleWith('per_day');

const database = openForFile();
const program = openProgram();

test('only known programs are named', () => {
  const known = /^(npx |curl |npm (start|test|install|ci|run packages) ?|export |[A-Z_]+=)/;
  expect(all.filter(([, line]) => !known.test(line))).toEqual([]);
  expect(ofProgram.length).toBeGreaterThan(10);
  expect(ofCurl.length).toBeGreaterThan(4);
});

test.each(ofProgram)('%s: %s is a command with its options', (_name, line) => {
  const [, , ...args] = wordsOf(line);
  const called = [args.slice(0, 2).join(' '), args[0] ?? ''].find((one) => one in commands);
  const flags = args.filter((word) => word.startsWith('--'));
  for (const flag of flags) expect(commands[called ?? '']?.usage).toContain(flag);
  expect(called).toBeDefined();
});

test.each(ofProgram.filter(([, line]) => !elsewhere.test(wordsOf(line)[2] ?? '')))(
  '%s: %s does what it claims',
  async (_name, line) => {
    await program.useDatabase();
    const [, , group = '', action = '', ...rest] = wordsOf(line);
    const run = (...args: string[]) => program.run(...args);
    const acme = ['accounts', 'create', '--name', 'Acme', '--email', 'help@acme.example'];
    const made = action === 'create' ? '' : (await run(...acme)).text;
    const [id = ''] = /[0-9a-f]{8}-[0-9a-f-]+/.exec(made) ?? [];
    if (/reopen|delete/.test(action)) await run('accounts', 'close', id);
    const agent = (await run('agents', 'invite', '--name', 'Ada', '--email', 'ada@acme.example'))
      .text;
    const rules = routing.replace(
      '<id of an agent>',
      /[0-9a-f]{8}-[0-9a-f-]+/.exec(agent)?.[0] ?? '',
    );
    const args = rest.map((word) =>
      word
        .replace(/^[0-9a-f]{8}-[0-9a-f-]*…?$/, id)
        .replace('$(cat routing.json)', rules)
        .replace('$(cat messages.json)', messages),
    );
    const { text, code } = await run(...[group, action].filter(Boolean), ...args);
    expect(text).toMatch(/\S/);
    expect(code).toBe(0);
  },
);

test.each(ofCurl)('%s: %s gets a response', async (_name, line) => {
  const app = createTestApp(database, { adminTokens: [adminToken] });
  const tenant = await createTenant(database.kysely);
  const visitor = { key: tenant.publishableKey, visitor: newId() };
  const { id } = await created(post(app, visitor, draft));
  const filled = line
    .replaceAll(/\bpk_live_…/g, tenant.publishableKey)
    .replaceAll(/\bsk_(live_)?…|\$SECRET_KEY/g, tenant.secretKey)
    .replaceAll('$ADMIN_TOKEN', adminToken)
    .replaceAll('$ACCOUNT', tenant.id)
    .replaceAll('$API', 'https://support.example.com/v1')
    .replaceAll('{id}', id)
    .replaceAll('…', '1');
  const { values, positionals } = parseArgs({
    args: wordsOf(filled).slice(1),
    allowPositionals: true,
    options: {
      header: { type: 'string', short: 'H', multiple: true },
      data: { type: 'string', short: 'd' },
      request: { type: 'string', short: 'X' },
    },
  });
  const { data, request = data === undefined ? 'GET' : 'POST' } = values;
  const headers = new Headers();
  for (const header of values.header ?? []) {
    const [name = '', value = ''] = header.split(': ');
    headers.set(name, value);
  }
  const { pathname, search } = new URL(positionals[0] ?? '');
  const body = data === undefined ? {} : { body: data };
  const response = await app.request(pathname + search, { method: request, headers, ...body });
  expect([200, 201]).toContain(response.status);
});
