import { describe, expect, it, vi } from 'vitest';
import { opaqueId } from '../../../src/contract/endpoint.ts';
import type { User } from '../../../src/core/person.ts';
import { createVisitorModel } from '../../../src/core/visitor.model.ts';
import { createMemoryStore } from '../../support/fakes.ts';

describe('createVisitorModel', () => {
  it('creates an id on first use only, and keeps it after a reload', () => {
    const store = createMemoryStore();
    const visitor = createVisitorModel({ user: { id: 'ada' } }, store);
    expect(visitor.knownId()).toBeNull();
    expect(store.values.size).toBe(0);
    const id = visitor.id();
    expect(id).toMatch(opaqueId);
    expect(visitor.id()).toBe(id);
    const reloaded = createVisitorModel(
      { user: { id: 'ada' } },
      createMemoryStore(new Map(store.values)),
    );
    expect(reloaded.id()).toBe(id);
  });

  it('knows a visitor only after something is written, with the same id as before', () => {
    const store = createMemoryStore();
    const visitor = createVisitorModel({}, store);
    const id = visitor.id();
    expect(visitor.knownId()).toBeNull();
    expect([...store.values.keys()]).toEqual(['"":guest']);
    expect(visitor.authorId()).toBe(id);
    expect(visitor.knownId()).toBe(id);
    expect(visitor.id()).toBe(id);
    expect([...store.values.keys()]).toEqual(['"":id']);
  });

  it('has a separate id and values for each user', () => {
    const visitor = createVisitorModel({ user: { id: 'ada' } }, createMemoryStore());
    const ada = visitor.id();
    visitor.store.set('draft', 'of Ada');
    visitor.identify({ user: { id: 'bob' } });
    expect(visitor.knownId()).toBeNull();
    expect(visitor.store.get('draft')).toBeNull();
    expect(visitor.id()).not.toBe(ada);
    visitor.identify({ user: null });
    expect(visitor.knownId()).toBeNull();
    visitor.identify({ user: { id: 'ada' } });
    expect(visitor.id()).toBe(ada);
    expect(visitor.store.get('draft')).toBe('of Ada');
  });

  it('creates ids that no two visitors share', () => {
    const ids = Array.from({ length: 500 }, () => createVisitorModel({}, createMemoryStore()).id());
    expect(new Set(ids).size).toBe(500);
  });

  it('removes the data of the visitor on reset, and nothing of others', () => {
    const store = createMemoryStore();
    const visitor = createVisitorModel({ user: { id: 'ada' } }, store);
    visitor.authorId();
    visitor.identify({ user: { id: 'bob' }, tenant: { id: 't1' } });
    visitor.authorId();
    visitor.store.set('draft', 'of Bob');
    visitor.reset();
    expect([...store.values.keys()]).toEqual(['"ada":id']);
    expect(visitor.user()).toEqual({});
    expect(visitor.tenant()).toEqual({});
  });

  it('removes it even after the host has forgotten the user, as on sign-out', () => {
    const store = createMemoryStore();
    let signedIn: User | null = { id: 'ada' };
    const visitor = createVisitorModel({ user: () => signedIn }, store);
    visitor.id();
    visitor.store.set('draft', 'of Ada');
    signedIn = null;
    visitor.reset();
    expect([...store.values]).toEqual([]);
  });

  it('calls functions of the host when the value is needed', () => {
    const user = vi.fn(() => ({ name: 'Ada' }));
    const visitor = createVisitorModel({ user, tenant: () => undefined }, createMemoryStore());
    expect(user).not.toHaveBeenCalled();
    expect(visitor.user()).toEqual({ name: 'Ada' });
    user.mockReturnValue({ name: 'Ada Lovelace' });
    expect(visitor.user().name).toBe('Ada Lovelace');
    expect(visitor.tenant()).toEqual({});
  });

  it('changes only the part that identify names, and starts a new epoch', () => {
    const visitor = createVisitorModel(
      { user: { id: 'ada' }, tenant: { id: 't1' } },
      createMemoryStore(),
    );
    const before = visitor.epoch.value;
    visitor.identify({ user: { id: 'bob' } });
    expect(visitor.tenant().id).toBe('t1');
    expect(visitor.epoch.value).toBe(before + 1);
    visitor.reset();
    expect(visitor.epoch.value).toBe(before + 2);
  });

  it('moves drafts to the person after the sign-in, and to no one else', () => {
    const store = createMemoryStore();
    const visitor = createVisitorModel({}, store);
    visitor.store.set('draft', 'begun');
    visitor.identify({ user: { id: 'ada' } });
    expect(visitor.store.get('draft')).toBe('begun');
    visitor.identify({ user: { id: 'bob' } });
    expect(visitor.store.get('draft')).toBeNull();
    visitor.identify({ user: null });
    expect(visitor.store.get('draft')).toBeNull();
  });

  it('does not replace a draft that the person already has', () => {
    const store = createMemoryStore(new Map([['"ada":draft', 'older']]));
    const visitor = createVisitorModel({}, store);
    visitor.store.set('draft', 'begun');
    visitor.identify({ user: { id: 'ada' } });
    expect(visitor.store.get('draft')).toBe('older');
  });

  it('stays in its epoch if only details of the same user change', () => {
    const visitor = createVisitorModel({ user: { id: 'ada' } }, createMemoryStore());
    const [epoch, details] = [visitor.epoch.value, visitor.details.value];
    visitor.identify({ user: { id: 'ada', name: 'Ada' } });
    expect(visitor.epoch.value).toBe(epoch);
    expect(visitor.details.value).toBeGreaterThan(details);
  });
});
