import { expect, test } from 'vitest';
import { openDevice } from './corpus.ts';

const filler = 'This sentence says nothing of interest to anybody. '.repeat(10);
const text = `${filler}\nA bounce means that a message came back. Soft bounces are tried again.\n${filler}`;
const others = [{ title: 'Other' }, { title: 'More' }];
const snippetOf = (query: string, article: { description?: string; text?: string }) => {
  const { find } = openDevice([{ title: 'Bounces', ...article }, ...others]);
  const [found] = find(query);
  if (found === undefined) throw new Error(`Nothing is found for "${query}".`);
  return found.snippet;
};
const marked = (shown: string, ranges: readonly (readonly [number, number])[]) =>
  ranges.map(([from, to]) => shown.slice(from, to));

test('a snippet starts with the most relevant sentence, and highlights the search terms', () => {
  const found = snippetOf('soft bounces of messages', { text });
  expect(found.text).toMatch(/^A bounce means that a message came back\. Soft bounces/);
  expect(found.text.length).toBeLessThanOrEqual(162);
  expect(marked(found.text, found.matches)).toEqual(['bounce', 'message', 'Soft', 'bounces']);
});

test('without a match in the text, it is the description of the article, or else its beginning', () => {
  const plain = 'Some words of no use.';
  expect(snippetOf('bounces', { description: 'About what came back.', text: plain })).toEqual({
    text: 'About what came back.',
    matches: [],
  });
  expect(snippetOf('bounces', { text: filler }).text).toMatch(/^This sentence.*…?$/);
  expect(snippetOf('bounces', { text: plain }).text).toBe(plain);
  expect(snippetOf('bounces', {})).toEqual({ text: '', matches: [] });
});

test('neighboring characters in a script without spaces are highlighted as one', () => {
  const title = 'メールが届かない場合';
  const [found] = openDevice([{ title }, ...others]).find('届かない');
  expect(marked(title, found?.title ?? [])).toEqual(['届かない']);
});

test('no snippet splits a character', () => {
  expect(snippetOf('bounces', { text: '🐧'.repeat(500) }).text).toMatch(/^🐧+…$/u);
});
