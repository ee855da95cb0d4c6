import { expect, test } from 'vitest';
import { marksOf, snippetOf } from '../../../src/relevance/snippet.ts';
import { openDevice } from './corpus.ts';

const filler = 'This sentence says nothing of interest to anybody. '.repeat(10);
const text = `${filler}\nA bounce means that a message came back. Soft bounces are tried again.\n${filler}`;
const { query } = openDevice([{ title: 'Bounces', text }, { title: 'Other' }, { title: 'More' }]);
const marked = (shown: string, ranges: readonly (readonly [number, number])[]) =>
  ranges.map(([from, to]) => shown.slice(from, to));

test('a snippet begins with the sentence that tells most, and marks what was asked', () => {
  const found = snippetOf({ description: '', text }, query('soft bounces of messages'));
  expect(found.text).toMatch(/^A bounce means that a message came back\. Soft bounces/);
  expect(found.text.length).toBeLessThanOrEqual(162);
  expect(marked(found.text, found.matches)).toEqual(['bounce', 'message', 'Soft', 'bounces']);
});

test('without a match it is what describes the article, else its beginning', () => {
  const asked = query('zebra');
  expect(snippetOf({ description: 'About mail.', text }, asked)).toEqual({
    text: 'About mail.',
    matches: [],
  });
  expect(snippetOf({ description: '', text }, asked).text).toMatch(/^This sentence.*…$/);
  expect(snippetOf({ description: '', text: '' }, asked)).toEqual({ text: '', matches: [] });
});

test('neighbours of a language without spaces are marked as one', () => {
  const device = openDevice([{ title: 'メールが届かない場合' }]);
  const title = 'メールが届かない場合';
  expect(marked(title, marksOf(title, device.query('届かない')))).toEqual(['届かない']);
});

test('no snippet ends within a character', () => {
  const emoji = '🐧'.repeat(500);
  const found = snippetOf({ description: '', text: emoji }, query('zebra'));
  expect(found.text).toMatch(/^🐧+…$/u);
});
