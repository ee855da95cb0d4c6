// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createStore } from '../../../src/client/store.ts';

beforeEach(() => localStorage.clear());
afterEach(() => vi.unstubAllGlobals());

describe('createStore', () => {
  it('keeps values after a reload, with names of our own', () => {
    createStore('pk_test_demo').set('draft', 'words');
    expect({ ...localStorage }).toEqual({ 'penguin-support:pk_test_demo:draft': 'words' });
    expect(createStore('pk_test_demo').get('draft')).toBe('words');
  });

  it('returns null for names that were not set, or were removed', () => {
    const store = createStore('pk_test_demo');
    expect(store.get('draft')).toBeNull();
    store.set('draft', 'words');
    store.remove('draft');
    expect(store.get('draft')).toBeNull();
    expect(localStorage).toHaveLength(0);
  });

  it('works in memory if the browser blocks storage completely', () => {
    const store = createStore('pk_test_demo');
    vi.stubGlobal('localStorage', null);
    store.set('draft', 'words');
    expect(store.get('draft')).toBe('words');
    store.remove('draft');
    expect(store.get('draft')).toBeNull();
  });

  it('works in memory if storage is full', () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: full, removeItem: full });
    const store = createStore('pk_test_demo');
    store.set('draft', 'words');
    expect(store.get('draft')).toBe('words');
  });

  it('shares nothing with another account of the page', () => {
    createStore('pk_test_alpha').set('draft', 'words');
    expect(createStore('pk_test_beta').get('draft')).toBeNull();
    createStore('pk_test_beta').wipe('');
    expect(createStore('pk_test_alpha').get('draft')).toBe('words');
  });

  it('uses the stored values after the key of the account was rotated', () => {
    createStore('pk_live_0123456789ab_Old').set('draft', 'words');
    expect(createStore('pk_live_0123456789ab_New').get('draft')).toBe('words');
    expect(createStore('pk_live_0123456789ac_New').get('draft')).toBeNull();
    expect(createStore('pk_test_0123456789ab_New').get('draft')).toBeNull();
  });

  it('removes values by prefix, and those that the tab stores for the account', () => {
    const store = createStore('pk_test_demo');
    store.set('"ada":draft', 'hers');
    store.set('"ada":searches', 'hers');
    store.set('"ada2":draft', 'another’s');
    sessionStorage.setItem('penguin-support:pk_test_demo:connect', 'begun');
    store.wipe('"ada":');
    expect({ ...localStorage }).toEqual({
      'penguin-support:pk_test_demo:"ada2":draft': 'another’s',
    });
    expect(sessionStorage).toHaveLength(0);
    expect(store.get('"ada":draft')).toBeNull();
  });

  it('moves values of earlier versions to the account that is opened first', () => {
    localStorage.setItem('penguin-support:draft:ada', 'words');
    localStorage.setItem('penguin-support:id:', 'anonymous');
    localStorage.setItem('penguin-support:outbox', '1');
    localStorage.setItem('penguin-supporters', 'of the page');
    expect(createStore('pk_test_demo').get('"ada":draft')).toBe('words');
    const after = {
      'penguin-support:pk_test_demo:"ada":draft': 'words',
      'penguin-support:pk_test_demo:"":id': 'anonymous',
      'penguin-support:pk_test_demo:outbox': '1',
      'penguin-supporters': 'of the page',
    };
    expect({ ...localStorage }).toEqual(after);
    createStore('pk_test_other');
    createStore('help@example.com');
    expect({ ...localStorage }).toEqual(after);
  });
});
