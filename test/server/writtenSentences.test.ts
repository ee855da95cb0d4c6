import { expect, test } from 'vitest';
import type { ChatModel } from '../../server/kb/written/chatModel.ts';
import { writeAnswer } from '../../server/kb/written/writeAnswer.ts';
import type { WrittenEvent } from '../../src/contract/index.ts';

const source = { slug: 'password', title: 'Manage your password', url: '', anchor: '' };
const passages = [
  {
    ...source,
    heading: 'Change your password',
    text: 'Open Settings and choose Security.\nEnter the new password twice.\nThe password needs at least 12 characters.',
  },
  {
    ...source,
    heading: 'Forgotten password',
    text: 'Press Forgot password on the sign-in page. The link in the mail is valid for 30 minutes. Write to help@acme.example or visit status.acme.example.',
  },
];

/** A model that writes this text, in pieces of a few characters. */
const modelOf = (text: string): ChatModel => ({
  async *complete() {
    for (let at = 0; at < text.length; at += 5) yield text.slice(at, at + 5);
  },
});

async function write(text: string, locale = 'en') {
  const events: WrittenEvent[] = [];
  for await (const event of writeAnswer({
    ...{ model: modelOf(text), locale, passages },
    question: { content: 'How do I change my password?' },
    signal: new AbortController().signal,
    onFailure: (error) => expect.unreachable(error.message),
  })) {
    events.push(event);
  }
  return {
    texts: events.flatMap((event) => (event.type === 'sentence' ? [event.text] : [])),
    end: events.at(-1),
  };
}

test.each([
  ['a sentence without a citation', 'Open Settings and choose Security.'],
  ['a citation of no passage', 'Open Settings and choose Security. [9]'],
  ['a citation of passage zero', 'Open Settings and choose Security. [0]'],
  ['a fact from elsewhere', 'Passwords are hashed with bcrypt by our engineers in Madrid. [1]'],
  ['another number', 'The password needs at least 8 characters. [1]'],
  ['another time', 'The link in the mail is valid for 30 minutes, until 17:00. [2]'],
  ['another host', 'Open Settings at evil.example and choose Security. [1]'],
  ['another address', 'Write to thief@acme.example or visit status.acme.example. [2]'],
  ['another link', 'Open https://evil.example/settings and choose Security. [1]'],
  [
    'a sentence of another passage than the cited one',
    'Press Forgot password on the sign-in page. [1]',
  ],
  ['nothing but a citation', '[1]'],
  ['nothing but punctuation', '--- . [1]'],
  ['the mark for no answer', 'NO_ANSWER'],
  ['no text', ''],
])('%s is not shown', async (_what, text) => {
  expect(await write(text)).toEqual({ texts: [], end: { type: 'end', outcome: 'unknown' } });
});

test.each([
  ['a citation after the full stop', 'Enter the new password twice. [1]'],
  ['a citation before the full stop', 'Enter the new password twice [1].'],
  ['several citations', 'Enter the new password twice. [1][2]'],
  ['citations in one bracket', 'Enter the new password twice. [1, 2]'],
  ['emphasis', 'Enter the **new** `password` twice. [1]'],
  ['an item of a list', '- Enter the new password twice. [1]'],
  ['a numbered step', '2. Enter the new password twice. [1]'],
  [
    'a sentence that is repeated',
    'Enter the new password twice. [1]\nEnter the new password twice. [1]',
  ],
  ['a line break of Windows', 'Enter the new password twice. [1]\r\n\r\n'],
])('%s is read', async (_what, text) => {
  expect(await write(text)).toEqual({
    texts: ['Enter the new password twice.'],
    end: { type: 'end', outcome: 'answered' },
  });
});

test('several sentences of a line are separate, and a wrong one between them is removed', async () => {
  const { texts } = await write(
    'Open Settings and choose Security [1]. Our office is in Berlin. [1] The link is valid for 30 minutes. [2]',
  );
  expect(texts).toEqual([
    'Open Settings and choose Security.',
    'The link is valid for 30 minutes.',
  ]);
});

test('a paraphrase with the words of the passage is shown', async () => {
  const { texts } = await write(
    'In Settings, choose Security and enter your new password two times. [1]',
  );
  expect(texts).toHaveLength(1);
});
