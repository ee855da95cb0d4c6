import { effect } from '@preact/signals-core';
import { describe, expect, it } from 'vitest';
import { createPrefill } from '../../../src/core/prefill.ts';

describe('createPrefill', () => {
  it('holds what was put in until it is taken, once', () => {
    const prefill = createPrefill();
    expect(prefill.take()).toBeNull();
    prefill.put({ subject: 'first', category: 'billing' });
    prefill.put({ subject: 'second' });
    expect(prefill.take()).toEqual({ subject: 'second', category: 'billing' });
    expect(prefill.take()).toBeNull();
  });

  it('tells a form that is already there', () => {
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
});
