import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { verifyIdentity } from '../../../server/base/identity.ts';

const page = readFileSync('docs/identity.md', 'utf8');
const secret = 'an identity secret that is long enough to sign with';
const env = { ...process.env, SUPPORT_IDENTITY_SECRET: secret };

/** The first example in a language. */
function exampleIn(language: string): string {
  const [, code] = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 's').exec(page) ?? [];
  if (code === undefined) throw new Error(`There is no example in ${language}.`);
  return code;
}

const person = '"id": 7, "email": "ada@northwind.example", "name": "Ada"';
const firm = '"id": "northwind", "name": "Northwind", "plan": "Pro"';

/** How each example is run, and what prints a token with it. */
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

describe('examples of signing in docs/identity.md', () => {
  it.each(runs.filter(({ isThere }) => isThere))(
    'a token made in $language is accepted',
    async ({ language, command, args, after }) => {
      const code = `${exampleIn(language)}\n${after}`;
      const { stdout, stderr } = spawnSync(command, [...args, code], { env, encoding: 'utf8' });
      expect(stderr).toBe('');
      const accepted = { secrets: [secret], keys: [], audience: 'account' };
      expect(await verifyIdentity(stdout, accepted)).toEqual({
        userId: '7',
        email: 'ada@northwind.example',
        name: 'Ada',
        tier: 'pro',
        organization: { id: 'northwind', name: 'Northwind', plan: 'Pro' },
        roles: [],
      });
    },
  );

  it('has one in each language, whether it can run here or not', () => {
    for (const { language } of runs) expect(exampleIn(language)).toContain('exp');
  });
});
