import { describe, expect, it } from 'vitest';
import { opaqueId } from '../../../src/contract/endpoint.ts';
import { randomId } from '../../../src/core/randomId.ts';

describe('randomId', () => {
  it('returns an id that the backend accepts, with evenly distributed letters, digits and hyphens', () => {
    const ids = Array.from({ length: 300 }, randomId);
    for (const id of ids) expect(id).toMatch(opaqueId);
    expect(new Set(ids).size).toBe(300);
    expect(new Set(ids.join('')).size).toBe(63);
  });
});
