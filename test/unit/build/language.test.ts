import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Writes and checks files. Returns the output without the folder. */
function check(files: Record<string, string>): { status: number | null; problems: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'language-'));
  folders.push(folder);
  const paths = Object.entries(files).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
  const { status, stdout } = spawnSync(process.execPath, ['build/language.mjs', ...paths], {
    encoding: 'utf8',
  });
  const shown = stdout.split('\n').map((line) => line.slice(line.indexOf(folder.slice(1))));
  return { status, problems: shown.map((line) => line.replace(`${folder.slice(1)}/`, '')) };
}

// Written in two halves, so that this file passes the check that it tests.
const retired = `ref${'used'}`;
const adverb = `a${'new'}`;
const timeoutName = `pati${'ence'}`;

describe('the language check', () => {
  // One run for both cases, because the check loads its dictionaries for several seconds.
  it('reports file, line, column, word and replacement, and allows usual meanings', () => {
    const source = [
      `/** Sends a mes${'age'}. It is begun ${adverb}. */`,
      `export const ${timeoutName} = 1;`,
      `throw new Error('The key was ${retired}.');`,
      'logger.warn({ id: 1 });',
      'export const uploadTimeout = 30 * 1_000;',
      `const text = \`Wait \${1} s, then it comes a${'gain'}.\`;`,
    ].join('\n');
    const page = `# A page\n\nIt is ${retired}, not \`${retired}\`.\n\n\`\`\`sh\n${adverb}\n\`\`\`\n`;
    const fine = `/** Connection ${retired}, so please t${'ell'} us. It h${'ears'} from the server. */\n`;
    const { status, problems } = check({ 'planted.ts': source, 'page.md': page, 'fine.ts': fine });
    expect(status).toBe(1);
    expect(problems).toEqual([
      'planted.ts:4:1  a log line without a message => logger.warn(fields, message)',
      'planted.ts:5:14  uploadTimeout => a name with its unit, such as uploadTimeoutMs',
      `planted.ts:2:14  ${timeoutName} => a name with subject and unit, such as uploadTimeoutMs`,
      `page.md:3:7  ${retired} => reject, decline, API error`,
      `planted.ts:1:33  ${adverb} => again, from the start, recreated`,
      `planted.ts:3:30  ${retired} => reject, decline, API error`,
      `planted.ts:6:36  comes a${'gain'} => retried, reclaimed, recreated`,
      expect.stringMatching(/^planted\.ts:1:13 - Unknown word \(mesage\) Suggestions: \[message/),
      '',
    ]);
    // Only ends a check that hangs: it is a program of its own, which a busy machine slows down.
  }, 120_000);
});
