import { signal } from '@preact/signals-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { resolveTenant, resolveUser } from '../../../src/core/person.ts';
import { explained } from '../../support/explained.ts';

/** Calls it with values that an untyped page may give. */
const userOf = (source: unknown) => Reflect.apply(resolveUser, undefined, [source]);
const tenantOf = (source: unknown) => Reflect.apply(resolveTenant, undefined, [source]);

const warnings = () => vi.spyOn(console, 'warn').mockImplementation(() => {});

afterEach(explained);

describe('knownUser', () => {
  it.each([
    [
      { id: 42, name: 'Ada', email: 'ada@acme.example' },
      { id: '42', name: 'Ada', email: 'ada@acme.example' },
    ],
    [{ id: 0 }, { id: '0' }],
    [{ id: 9_007_199_254_740_993n }, { id: '9007199254740993' }],
    [{ id: { toString: () => '507f1f77bcf86cd799439011' } }, { id: '507f1f77bcf86cd799439011' }],
    [
      { id: ' u1 ', name: 7 },
      { id: 'u1', name: '7' },
    ],
    [{ id: 'u1', name: null, email: null, lastLogin: null }, { id: 'u1' }],
    [{ id: null, name: undefined, email: '', lastLogin: 0 }, {}],
    [{}, {}],
    [new Map(), {}],
    [{ value: null, __v_isRef: true }, {}],
    [{ name: '   ', email: false }, {}],
    [{ name: 'null' }, { name: 'null' }],
    [null, {}],
    [undefined, {}],
    [() => null, {}],
    [() => undefined, {}],
    [() => ({ id: 5 }), { id: '5' }],
  ])('reads %o as %o, without a message', async (source, known) => {
    const warned = warnings();
    expect(userOf(source)).toEqual(known);
    await explained();
    expect(warned).not.toHaveBeenCalled();
  });

  it.each([
    [new Date('2026-05-04T10:00:00Z'), '2026-05-04T10:00:00.000Z'],
    [1_777_888_800_000, '2026-05-04T10:00:00.000Z'],
    [1_777_888_800, '2026-05-04T10:00:00.000Z'],
    [20_260_504, '20260504'],
    ['1777888800000', '2026-05-04T10:00:00.000Z'],
    [1_777_888_800_000n, '2026-05-04T10:00:00.000Z'],
    [
      { toISOString: (): string => '2026-05-04T10:00:00.000Z', toString: () => 'Mon May 04 2026' },
      '2026-05-04T10:00:00.000Z',
    ],
    ['yesterday', 'yesterday'],
    [0, undefined],
  ])('reads the date %o as %s', (lastLogin, known) => {
    expect(userOf({ lastLogin })).toEqual(known === undefined ? {} : { lastLogin: known });
  });

  const row = { id: 7, name: 'Ada', email: 'ada@acme.example' };
  class Signal {
    constructor(readonly value: unknown) {}
    toString() {
      return String(this.value);
    }
  }
  it.each([
    ['a Map', new Map(Object.entries(row))],
    ['a proxied Map with own members', { size: 3, get: (name: string) => Reflect.get(row, name) }],
    ['a form', new URLSearchParams({ ...row, id: '7' })],
    ['a model with a get', { attributes: row, get: (name: string) => Reflect.get(row, name) }],
    ['a reference to the row', { value: row, __v_isRef: true }],
    ['a function that gives a signal', () => new Signal(row)],
    ['a signal of Preact', signal(row)],
    ['a row with an empty column "value"', { ...row, value: null }],
    ['a row with a column "value" of its own', { ...row, value: { id: 8 } }],
    ['signals', { id: new Signal(7), name: new Signal('Ada'), email: new Signal(row.email) }],
    ['a proxy of a frozen row', new Proxy(Object.freeze({ ...row }), {})],
  ])('reads %s', async (_what, source) => {
    const warned = warnings();
    expect(userOf(source)).toEqual({ id: '7', name: 'Ada', email: 'ada@acme.example' });
    await explained();
    expect(warned).not.toHaveBeenCalled();
  });

  it('replaces what cannot be sent in an id', () => {
    expect(userOf({ id: 'a\ud800b' })).toEqual({ id: 'a\ufffdb' });
  });

  it('reads class instances whose values are getters', () => {
    class Row {
      get id() {
        return 7;
      }
      get name() {
        return 'Ada';
      }
    }
    expect(userOf(new Row())).toEqual({ id: '7', name: 'Ada' });
  });

  it.each([
    ['name', ['Ada'], 'user.name takes text; it was given a list'],
    ['id', { a: 1 }, 'user.id takes text; it was given an object'],
    ['lastLogin', () => 1, 'user.lastLogin takes text; it was given a value of type function'],
    ['id', Symbol('a'), 'user.id takes text; it was given a value of type symbol'],
    ['id', 'undefined', 'user.id is the text "undefined"'],
    ['id', Number.POSITIVE_INFINITY, 'user.id takes text; it was given the number Infinity'],
    ['id', Number.NaN, 'user.id takes text; it was given the number NaN'],
    ['id', 'NaN', 'user.id is the text "NaN"'],
    ['id', 'None', 'user.id is the text "None"'],
    ['id', '{{ user.id }}', 'user.id is the text "{{ user.id }}"'],
    ['name', '[object Object]', 'user.name is the text "[object Object]"'],
    ['lastLogin', new Date('never'), 'user.lastLogin takes text; it was given an invalid date'],
    ['lastLogin', 'Invalid Date', 'user.lastLogin is the text "Invalid Date"'],
    ['email', 'unknown', 'user.email is not an e-mail address'],
  ])('omits a %s that is %o, and reports it once', async (name, value, sentence) => {
    const warned = warnings();
    const right: Record<string, unknown> = { id: 'u1', name: 'Ada', email: 'ada@acme.example' };
    const row = { ...right, [name]: value };
    const { [name]: _left, ...rest } = right;
    expect(userOf(row)).toEqual(rest);
    expect(userOf(row)).toEqual(rest);
    await explained();
    expect(warned).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(sentence));
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('no session');
      },
    ],
    ['gives a promise', () => Promise.resolve({ id: 'u1' })],
    ['gives a promise that is rejected', () => Promise.reject(new Error('no network'))],
  ])('finds no one from a function that %s', (_what, source) => {
    warnings();
    expect(userOf(source)).toEqual({});
  });

  it.each([
    [{ ID: 7, Name: 'Ada' }, 'it was given an object with ID, Name.'],
    [{ data: { id: 7 } }, 'it was given an object with data.'],
    [new Set([{ id: 7 }]), 'it was given an object.'],
    [() => [{ id: 7 }], 'it was given a list.'],
    [() => 'u1', 'it was given a value of type string.'],
    [() => () => ({ id: 7 }), 'it was given a value of type function.'],
  ])('says what it found instead of a person: %o', async (source, sentence) => {
    const warned = warnings();
    expect(userOf(source)).toEqual({});
    await explained();
    const line = `"user" takes an object with id, name, email, lastLogin; ${sentence}`;
    expect(warned).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(line));
  });

  it('reads the other values if one throws', () => {
    warnings();
    const row = {
      id: 'u1',
      get name() {
        throw new Error('not loaded');
      },
    };
    expect(userOf(row)).toEqual({ id: 'u1' });
  });
});

describe('knownTenant', () => {
  it('accepts a row of a database', () => {
    const row = { id: 9, name: null, plan: 3, created: new Date('2020-01-02T00:00:00Z') };
    expect(tenantOf(row)).toEqual({ id: '9', plan: '3', created: '2020-01-02T00:00:00.000Z' });
    expect(tenantOf({ ...row, created: 8.7e15 })).toEqual({ id: '9', plan: '3' });
  });
});
