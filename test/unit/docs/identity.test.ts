import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { verifyIdentity } from '../../../server/base/identity.ts';
import vectors from './identityVectors.json' with { type: 'json' };

const page = readFileSync('docs/identity.md', 'utf8');
const secret = 'an identity secret that is long enough to sign with';
const accepted = { secrets: [secret], keys: [], audience: 'account' };
const visitor = {
  userId: '7',
  email: 'ada@northwind.example',
  name: 'Ada',
  tier: 'pro',
  organization: { id: 'northwind', name: 'Northwind', plan: 'Pro' },
  roles: [],
};
const env = { ...process.env, SUPPORT_IDENTITY_SECRET: secret };

/** Returns the first example in a language. */
function exampleIn(language: string): string {
  const [, code] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(page) ?? [];
  if (code === undefined) throw new Error(`There is no example in ${language}.`);
  return code;
}

const person = '"id": 7, "email": "ada@northwind.example", "name": "Ada"';
const firm = '"id": "northwind", "name": "Northwind", "plan": "Pro"';

/** The command that runs each example, and the code that prints a token with it. */
const runs = [
  {
    language: 'js',
    command: 'node',
    args: ['--input-type=module', '-e'],
    after: `process.stdout.write(signVisitor({${person}}, {${firm}}))`,
  },
  {
    language: 'python',
    command: 'python3',
    args: ['-c'],
    after: `print(sign_visitor({${person}}, {${firm}}), end="")`,
  },
  {
    language: 'php',
    command: 'php',
    args: ['-r'],
    after: `echo sign_visitor(json_decode('{${person}}', true), json_decode('{${firm}}', true));`,
  },
  {
    language: 'ruby',
    command: 'ruby',
    args: ['-e'],
    after: `print sign_visitor({${person}}, {${firm}})`,
  },
].map((run) => ({
  ...run,
  isThere: spawnSync(run.command, ['--version'], { env }).status === 0,
}));

afterEach(() => {
  vi.useRealTimers();
});

describe('examples of signing in docs/identity.md', () => {
  it.each(runs.filter(({ isThere }) => isThere))(
    'a token that is created in $language is accepted',
    async ({ language, command, args, after }) => {
      const code = `${exampleIn(language)}\n${after}`;
      const { stdout, stderr } = spawnSync(command, [...args, code], { env, encoding: 'utf8' });
      expect(stderr).toBe('');
      expect(await verifyIdentity(stdout, accepted)).toEqual(visitor);
    },
  );

  it('the route of Next.js returns a token, and nothing if no one is signed in', async () => {
    const route = exampleIn('ts')
      .replace(/^import .*$/gm, '')
      .replace(/^export /gm, '');
    const session = `{ user: {${person}}, company: {${firm}} }`;
    const after = `
      let session = ${session};
      const currentSession = async () => session;
      const token = await (await GET()).text();
      session = null;
      process.stdout.write(JSON.stringify([token, (await GET()).status]));`;
    const code = `${exampleIn('js')}\n${route}\n${after}`;
    const args = ['--input-type=module', '-e', code];
    const { stdout, stderr } = spawnSync('node', args, { env, encoding: 'utf8' });
    expect(stderr).toBe('');
    const [token, status] = JSON.parse(stdout);
    expect(await verifyIdentity(token, accepted)).toEqual(visitor);
    expect(status).toBe(204);
  });

  // If a language is not installed, an earlier output of its example is used.
  it.each(vectors)('the recorded token of $language is accepted', async (vector) => {
    vi.useFakeTimers({ now: vector.issued * 1_000, toFake: ['Date'] });
    expect(await verifyIdentity(vector.token, accepted)).toEqual(visitor);
    const digest = createHash('sha256').update(exampleIn(vector.language)).digest('hex');
    // After a change of the example, run it and record its token, `iat` and digest.
    expect([vector.language, digest]).toEqual([vector.language, vector.example]);
  });

  it('has one in each language, whether it can run here or not', () => {
    for (const { language } of runs) expect(exampleIn(language)).toContain('exp');
    expect(vectors.map(({ language }) => language)).toEqual(['python', 'php', 'ruby']);
  });
});
