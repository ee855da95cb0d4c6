import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Api } from '../../../desk/api/api.ts';
import { createPresence, othersInWords } from '../../../desk/model/presence.model.ts';
import type { Presence, PresenceEvent } from '../../../src/contract/presence.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open() {
  const sent: unknown[] = [];
  const api: Api = {
    async call(endpoint, { params, body } = {}) {
      sent.push([params?.id, body]);
      return endpoint.reply.parse({});
    },
    follow: async () => {},
    addressOf: (path) => path,
  };
  const model = createPresence({
    ...{ name: 'signedIn', api, role: 'agent', mode: 'live' },
    agent: { id: 'me', name: 'Marta', email: 'marta@acme.example' },
    account: { id: 'acme', name: 'Acme', time_zone: null },
  });
  const other = (presence: Presence, id = 'ines', ticket_id = '1'): PresenceEvent => ({
    ...{ type: 'presence', ticket_id, presence },
    agent: { id, name: id },
  });
  return { model, sent, other };
}

test('others are shown while they repeat their presence, and not after a crash', () => {
  const { model, other } = open();
  const stop = model.start();
  model.enter('1');
  model.onEvent(other('open'));
  model.onEvent(other('writing', 'me'));
  expect(model.othersAt('1')).toEqual([{ name: 'ines', isWriting: false }]);
  expect(model.othersAt('2')).toEqual([]);
  vi.advanceTimersByTime(30_000);
  model.onEvent(other('writing'));
  vi.advanceTimersByTime(30_000);
  expect(model.othersAt('1')).toEqual([{ name: 'ines', isWriting: true }]);
  vi.advanceTimersByTime(30_000);
  expect(model.othersAt('1')).toEqual([]);
  model.onEvent(other('open'));
  model.onEvent(other('gone'));
  expect(model.othersAt('1')).toEqual([]);
  stop();
});

test('this agent sends its presence: reading, writing for a while, gone', () => {
  const { model, sent, other } = open();
  const stop = model.start();
  const of = (id: string, presence: Presence) => [id, { presence }];
  model.enter('1');
  model.type();
  model.type();
  expect(sent).toEqual([of('1', 'open'), of('1', 'writing')]);
  vi.advanceTimersByTime(30_000);
  expect(sent.slice(2)).toEqual([of('1', 'writing'), of('1', 'open')]);
  model.onEvent(other('open'));
  expect(sent.at(-1)).toEqual(of('1', 'open')); // for an agent who has just arrived
  const before = sent.length;
  model.onEvent(other('open'));
  expect(sent).toHaveLength(before);
  model.enter('2');
  expect(sent.slice(-2)).toEqual([of('1', 'gone'), of('2', 'open')]);
  stop();
});

test('others are named in a sentence', () => {
  expect(othersInWords([])).toBeUndefined();
  expect(
    othersInWords([
      { name: 'Ines', isWriting: true },
      { name: 'Bo', isWriting: false },
      { name: 'Yuki', isWriting: false },
    ]),
  ).toBe('Ines is writing a reply. Bo and Yuki have this request open.');
});
