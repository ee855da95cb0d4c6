import { expect, test } from 'vitest';
import { agentsFor, mentionAt } from '../../../desk/model/mention.ts';
import { mentionedIn } from '../../../server/base/mentions.ts';

const agents = ['Ada', 'Ada Lovelace', 'José (Pepe) Ruiz', '田中'].map((name) => ({
  ...{ id: name, name, email: `${name}@acme.example` },
}));
const named = (note: string) => mentionedIn(note, agents).map(({ name }) => name);

test('names after an @ are found, the longest first, and addresses do not count', () => {
  expect(named('@ada lovelace, look')).toEqual(['Ada Lovelace']);
  expect(named('@Ada and @Ada Lovelace')).toEqual(['Ada', 'Ada Lovelace']);
  expect(named('(@José (Pepe) Ruiz)')).toEqual(['José (Pepe) Ruiz']);
  expect(named('@田中 さん')).toEqual(['田中']);
  expect(named('mail ada@ada, @Adalbert, Ada')).toEqual([]);
});

test('an @ before the caret opens the list, but not inside an address', () => {
  expect(mentionAt('See @lo', 7)).toEqual({ from: 4, word: 'lo' });
  expect(mentionAt('ada@lo', 6)).toBeUndefined();
  expect(agentsFor(agents, 'LO').map(({ name }) => name)).toEqual(['Ada Lovelace']);
  expect(agentsFor(agents, '')).toHaveLength(4);
});
