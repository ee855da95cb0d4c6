// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createStore } from '../../../src/client/store.ts';
import { rememberSearch } from '../../../src/core/recentSearches.ts';
import { createVisitorModel } from '../../../src/core/visitor.model.ts';

beforeEach(() => localStorage.clear());
afterEach(() => localStorage.clear());

it('reset leaves no data of the visitor in web storage, whatever its name', () => {
  const visitor = createVisitorModel({ user: { id: 'ada "x":' } }, createStore('pk_test_demo'));
  visitor.authorId();
  for (const name of ['draft', 'replies', 'deflection', 'something-new']) {
    visitor.store.set(name, 'of Ada');
  }
  rememberSearch(visitor.store, 'DKIM');
  sessionStorage.setItem('penguin-support:pk_test_demo:connect', '{}');
  createStore('pk_test_demo').set('"bob":draft', 'of Bob');
  visitor.reset();
  expect(Object.keys(localStorage)).toEqual(['penguin-support:pk_test_demo:"bob":draft']);
  expect(sessionStorage).toHaveLength(0);
});
