import { afterAll, expect, test } from 'vitest';
import { fileOf } from '../../server/kb/articleFiles.ts';
import type { SourceFile } from '../../server/kb/articleReader.ts';
import { createInPlaceReader } from '../../server/kb/articleReader.ts';
import { createArticleThreads } from '../../server/kb/articleThreads.ts';
import { parseMarkdown } from '../../server/kb/markdown.ts';
import { type Opened, resolveReferences } from '../../server/kb/openArticle.ts';

const open = () =>
  createArticleThreads(
    (error) => {
      throw error;
    },
    { timeoutSeconds: 1 },
  );
const reader = open();
afterAll(() => reader.close());

const file = (source: string): SourceFile => ({ ...fileOf('a.md'), source });
const links = { link: (url: string) => (url === 'dead' ? undefined : url), image: () => undefined };
const resolve = ({ front, references }: Opened) => ({
  front,
  ...resolveReferences(references, links),
});
const long = `---\ntags: [a]\n---\n# Walrus\n\n[one](https://a.example) [two](dead)\n\n${'Words of it.\n\n'.repeat(500)}`;
const endless = '> a\n'.concat('a\n'.repeat(200_000));

test('an article is the same from a thread as in place', async () => {
  const here = await createInPlaceReader().read('ada', file(long), resolve);
  expect(await reader.read('ada', file(long), resolve)).toEqual(here);
  expect(here.text).toMatchObject({ title: 'Walrus' });
  expect(here.text.blocks).toContain('https://a.example');
});

test('a thread that is too slow is ended, and the next article has another', async () => {
  await expect(reader.read('ada', file(endless), resolve)).rejects.toThrow(
    'The article takes too long to read (over 1 s).',
  );
  expect((await reader.read('ada', file(long), resolve)).text.title).toBe('Walrus');
});

test('an article that is too long for a host without threads is rejected there', async () => {
  const reading = createInPlaceReader().read('ada', file('a'.repeat(100_001)), resolve);
  await expect(reading).rejects.toThrow('Split it into several articles.');
});

test('accounts take turns, so that many slow articles of one hold up no other', async () => {
  const done: string[] = [];
  const read = async (account: string) => {
    await reader.read(account, file(long), resolve);
    done.push(account);
  };
  await Promise.all([read('ada'), read('grace')]); // starts both threads
  const many = Array.from({ length: 12 }, () => read('ada'));
  await Promise.all([...many, read('grace')]);
  expect(done.at(-1)).toBe('ada');
});

test('an account that waits for many articles already has to try again', async () => {
  const results = await Promise.allSettled(
    Array.from({ length: 30 }, () => reader.read('ada', file(long), resolve)),
  );
  const failed = results.filter(({ status }) => status === 'rejected');
  expect(failed).toHaveLength(9);
  expect(failed[0]).toMatchObject({ reason: { code: 'RATE_LIMITED', retryAfter: 5 } });
});

test('what is read when the threads end is rejected, and what waits too', async () => {
  const other = open();
  const reading = Promise.allSettled([
    other.read('ada', file(endless), resolve),
    other.read('ada', file(long), resolve),
  ]);
  await other.close();
  expect((await reading).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

test.each([
  ['lines that belong to a quote', endless],
  ['emphasis', '*a_ '.repeat(20_000)],
  ['struck words', '~~a '.repeat(20_000)],
  ['headings', 'a\n-\n'.repeat(20_000)],
  ['items below items', '- a\n  - b\n'.repeat(10_000)],
  ['brackets', ']'.repeat(90_000)],
  ['words that begin links', '[a]('.repeat(20_000)],
  ['rows without a table', '|a\n'.repeat(30_000)],
  ['notes', '!!! note\n'.repeat(10_000)],
])('%s without end are rejected with what to do', (_name, text) => {
  expect(() => parseMarkdown(text, 50)).toThrow(
    /^(The article takes too long|A paragraph has more).*Split/,
  );
});
