import { effect } from '@preact/signals-core';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createPrefill } from '../../../src/core/prefill.ts';
import { explained } from '../../support/explained.ts';

afterEach(explained);

describe('createPrefill', () => {
  it('keeps values until they are taken, once', () => {
    const prefill = createPrefill();
    expect(prefill.take()).toBeNull();
    prefill.put({ subject: 'first', category: 'billing' });
    prefill.put({ subject: 'second' });
    expect(prefill.take()).toEqual({ subject: 'second', category: 'billing' });
    expect(prefill.take()).toBeNull();
  });

  it('updates a form that is already open', () => {
    const prefill = createPrefill();
    const taken: unknown[] = [];
    const stop = effect(() => {
      prefill.version.value;
      taken.push(prefill.take());
    });
    prefill.put({ subject: 'now' });
    expect(taken).toEqual([null, { subject: 'now' }]);
    stop();
  });

  it.each([
    [
      { subject: 7, name: null, email: undefined, category: '' },
      { subject: '7', category: '' },
    ],
    [{ priority: 'high' }, { priority: 'high' }],
    [{ priority: 'urgent', subject: 'x' }, { subject: 'x' }],
    [{ title: 'x', custom: null, subject: 'y' }, { subject: 'y' }],
    [{ subject: ['x'] }, {}],
    ['a sentence', {}],
    [null, {}],
  ])('takes the valid fields of %j', (draft, taken) => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const prefill = createPrefill();
    Reflect.apply(prefill.put, undefined, [draft]);
    expect(prefill.take()).toEqual(taken);
  });

  it('reports unknown fields', async () => {
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    Reflect.apply(createPrefill().put, undefined, [{ descripton: 'x' }]);
    await explained();
    expect(warned).toHaveBeenCalledExactlyOnceWith(
      expect.stringContaining('is called "descripton". Did you mean "description"?'),
    );
  });
});
