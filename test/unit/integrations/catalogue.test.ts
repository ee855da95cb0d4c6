import { expect, it } from 'vitest';
import { isSafeUrl } from '../../../src/contract/limits.ts';
import { catalogue, findSystem } from '../../../src/integrations/catalogue.ts';

it('names every system once, with a link to its documentation', () => {
  expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
  expect(catalogue).toHaveLength(51);
  for (const { id, name, docs, icon } of catalogue) {
    expect(id).toMatch(/^[a-z][a-z0-9_]*$/);
    expect(name).not.toBe('');
    expect(icon).toMatch(/Icon$/);
    expect(isSafeUrl(docs) && new URL(docs).protocol === 'https:').toBe(true);
  }
});

it('lists what works with each', () => {
  expect(findSystem('hubspot')).toMatchObject({ category: 'crm', name: 'HubSpot' });
  expect(findSystem('hubspot')?.working).toEqual(['oauth', 'health', 'webhook']);
  expect(findSystem('redis')?.working).toEqual([]);
  expect(findSystem('none')).toBeUndefined();
});
