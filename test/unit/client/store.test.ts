// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../src/client/store.ts';

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('createStore', () => {
  it('keeps values over a reload, under names of our own', () => {
    createStore().set('draft', 'words');
    expect({ ...localStorage }).toEqual({ 'penguin-support:draft': 'words' });
    expect(createStore().get('draft')).toBe('words');
  });

  it('knows nothing of names that were not set, or were removed', () => {
    const store = createStore();
    expect(store.get('draft')).toBeNull();
    store.set('draft', 'words');
    store.remove('draft');
    expect(store.get('draft')).toBeNull();
    expect(localStorage).toHaveLength(0);
  });

  it('works from memory where the browser refuses storage at all', () => {
    const store = createStore();
    vi.stubGlobal('localStorage', null);
    store.set('draft', 'words');
    expect(store.get('draft')).toBe('words');
    store.remove('draft');
    expect(store.get('draft')).toBeNull();
  });

  it('works from memory where storage is full', () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: full, removeItem: full });
    const store = createStore();
    store.set('draft', 'words');
    expect(store.get('draft')).toBe('words');
  });
});
