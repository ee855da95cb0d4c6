import { describe, expect, it } from 'vitest';
import { opaqueId } from '../../../src/contract/endpoint.ts';
import { randomId } from '../../../src/core/randomId.ts';

describe('randomId', () => {
  it('is an id that the backend takes, and uses letters, digits and hyphens alike', () => {
    const ids = Array.from({ length: 300 }, randomId);
    for (const id of ids) expect(id).toMatch(opaqueId);
    expect(new Set(ids).size).toBe(300);
    expect(new Set(ids.join('')).size).toBe(63);
  });
});
