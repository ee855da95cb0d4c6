import { afterEach, expect, it, vi } from 'vitest';
import { TicketContext } from '../../../src/contract/ticket.ts';
import { readOwnContext } from '../../../src/core/readOwnContext.ts';
import { explained } from '../../support/explained.ts';
import { hostileStrings } from '../../support/hostile.ts';

afterEach(explained);

it('converts values of a page to text, and omits missing ones', () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  const values = {
    plan: 'pro',
    seats: 12,
    isTrial: false,
    since: new Date('2026-01-02T03:04:05Z'),
    none: null,
    missing: undefined,
    list: ['a'],
    object: { a: 1 },
  };
  expect(readOwnContext(values)).toEqual({
    plan: 'pro',
    seats: '12',
    isTrial: 'false',
    since: '2026-01-02T03:04:05.000Z',
  });
});

it('reports unreadable values once, and keeps the others', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const values = {
    plan: 'pro',
    get secret(): string {
      throw new Error('Not for you.');
    },
    '': 'without a name',
    '  ': 'blank',
    ['__proto__']: 'x',
  };
  expect(readOwnContext(values)).toEqual({ plan: 'pro' });
  await explained();
  const said = warned.mock.calls.map(([line]) => String(line)).join('\n');
  expect(said).toContain('"secret" of setContext cannot be read');
  expect(said).toContain('"  " of setContext cannot be read');
  expect(said).toContain('"__proto__" of setContext cannot be read');
});

it('returns values that the contract accepts, also for hostile and long text', () => {
  for (const text of hostileStrings) {
    const values = readOwnContext({ [text.repeat(60)]: text.repeat(600), value: text });
    expect(TicketContext.safeParse({ values }).error).toBeUndefined();
  }
});

it('reports a list, Map or promise instead of an object, and never throws', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  const revoked = Proxy.revocable({}, {});
  revoked.revoke();
  const throwing = new Proxy(
    {},
    {
      ownKeys: () => {
        throw new Error('No keys.');
      },
    },
  );
  const given = [new Map([['plan', 'pro']]), new Set(['pro']), Promise.resolve({ plan: 'pro' })];
  for (const values of [
    ...given,
    'pro',
    [],
    null,
    undefined,
    1n,
    Symbol('a'),
    revoked.proxy,
    throwing,
  ]) {
    expect(readOwnContext(values)).toEqual({});
  }
  await explained();
  expect(warned).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining('setContext takes an object of values'),
  );
  expect(readOwnContext({})).toEqual({});
  expect(readOwnContext(Object.freeze({ plan: 'pro' }))).toEqual({ plan: 'pro' });
});

it('reads no more of a huge object than is sent, and says so', async () => {
  const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
  let reads = 0;
  const names = Array.from({ length: 10_000 }, (_, index) => `v${index}`);
  const huge = new Proxy(Object.fromEntries(names.map((name) => [name, 1])), {
    get: (_target, name) => {
      if (typeof name === 'string') reads += 1;
      return String(name);
    },
  });
  expect(Object.keys(readOwnContext(huge))).toHaveLength(20);
  expect(reads).toBe(21);
  await explained();
  expect(warned).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining('setContext takes up to 20 values'),
  );
});
