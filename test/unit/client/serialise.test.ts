import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { serialise } from '../../../src/client/serialise.ts';
import { hostileStrings } from '../../support/hostile.ts';

afterEach(() => {
  Reflect.deleteProperty(Array.prototype, 'toJSON');
  Reflect.deleteProperty(String.prototype, 'toJSON');
});

describe('serialise', () => {
  it('returns text from which JSON.parse restores any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(serialise(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('keeps hostile text unchanged, also as a key', () => {
    const value = { list: [...hostileStrings], keys: hostileStrings.map((text) => [text, 1]) };
    expect(JSON.parse(serialise(value))).toEqual(value);
    for (const text of hostileStrings.filter((one) => one !== '__proto__')) {
      expect(Object.keys(JSON.parse(serialise({ [text]: 1 })))).toEqual([text]);
    }
  });

  it('omits undefined members, and writes null for undefined items', () => {
    expect(serialise({ a: () => 1, b: 2 })).toBe('{"b":2}');
    expect(serialise({ a: undefined, b: [undefined, null], c: { d: undefined } })).toBe(
      '{"b":[null,null],"c":{}}',
    );
  });

  it('writes arrays as arrays on a page whose Prototype.js gave them a toJSON', () => {
    for (const { prototype } of [Array, String]) {
      Reflect.set(prototype, 'toJSON', function (this: unknown) {
        return `broken:${String(this)}`;
      });
    }
    expect(JSON.stringify({ list: [1] })).toContain('broken');
    expect(serialise({ list: ['a', ['b']] })).toBe('{"list":["a",["b"]]}');
  });
});
