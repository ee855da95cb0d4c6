import { expect, it, vi } from 'vitest';
import { resolveUser } from '../../../src/core/person.ts';
import { explained } from '../../support/explained.ts';

it.each([
  ['values', 1],
  ['functions', () => ({})],
])('reads the person on a page that adds %s to every object', async (_what, added) => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const sources = [
    { id: 7, name: null },
    {},
    undefined,
    { value: undefined, __v_isRef: true },
    new Map([['id', 7]]),
  ];
  Object.assign(Object.prototype, { get: added, value: added, id: added });
  const users = sources.map((source) => Object.entries(resolveUser(source && Object(source))));
  for (const name of ['get', 'value', 'id']) Reflect.deleteProperty(Object.prototype, name);
  expect(users).toEqual([[['id', '7']], [], [], [], [['id', '7']]]);
  await explained();
  expect(warned).not.toHaveBeenCalled();
});
