import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { guest, ofVisitor } from '../brand.ts';
import {
  type OrFunction,
  type ResolvedTenant,
  type ResolvedUser,
  resolveTenant,
  resolveUser,
  type Tenant,
  type User,
} from './person.ts';
import type { Store } from './ports.ts';
import { randomId } from './randomId.ts';

export interface Visitor {
  /** The signed-in user, `{ id, name, email, lastLogin }`, or a function that returns it. Default: none. */
  user?: OrFunction<User> | null;
  /** The user's organization, `{ id, name, plan, created }`, or a function that returns it. Default: none. */
  tenant?: OrFunction<Tenant> | null;
}

export interface VisitorModel {
  /**
   * Increases when the visitor changes: after `reset`, and after `identify` with another user id.
   */
  epoch: ReadonlySignal<number>;
  /** Increases with every `identify` and `reset`, because name and e-mail may have changed. */
  details: ReadonlySignal<number>;
  /** Changes when the visitor changes, or their organization. */
  party: ReadonlySignal<string>;
  user(): ResolvedUser;
  tenant(): ResolvedTenant;
  /**
   * Returns the random id of this visitor; each user id has its own. Created and stored on first
   * use.
   */
  id(): string;
  /** Like `id`, for a visitor who starts to write. From then on `knownId` returns the id. */
  authorId(): string;
  /** Returns the id of a visitor who has written something, or null for other visitors. */
  knownId(): string | null;
  /**
   * Returns the anonymous id from before the sign-in. Null if no one has signed in, or nothing was
   * written.
   */
  anonymousId(): string | null;
  /** Drops the anonymous id, which no longer owns requests. */
  forgetAnonymous(id: string): void;
  identify(visitor: Visitor): void;
  /** Forgets the visitor, and removes their data from this device. */
  reset(): void;
  /** Values of this visitor that outlive the page; wiped by `reset`. */
  store: Store;
}

export function createVisitorModel(initial: Visitor, device: Store): VisitorModel {
  const visitor = signal(initial);
  const epoch = signal(0);
  const details = signal(0);
  const user = () => resolveUser(visitor.peek().user);
  const tenant = () => resolveTenant(visitor.peek().tenant);
  /**
   * Everyone identified since the last `identify`. A host's function may no longer know them at
   * `reset`.
   */
  const seen = new Set<string>();
  const anonymous = (name: string) => ofVisitor('', name);
  const scoped = (name: string) => {
    const id = user().id ?? '';
    seen.add(id);
    return ofVisitor(id, name);
  };

  const store: Store = {
    get: (name) => device.get(scoped(name)),
    set: (name, value) => device.set(scoped(name), value),
    remove: (name) => device.remove(scoped(name)),
    wipe: (prefix) => device.wipe(scoped(prefix)),
  };

  function idAs(name: string): string {
    const id = store.get('id') ?? store.get(guest) ?? randomId();
    store.set(name, id);
    return id;
  }

  return {
    epoch: computed(() => epoch.value),
    details: computed(() => details.value),
    // The organization may become known with any of the details.
    party: computed(() => {
      details.value;
      return `${epoch.value} ${tenant().id}`;
    }),
    user,
    tenant,
    knownId: () => store.get('id'),
    id: () => store.get('id') ?? idAs(guest),
    authorId() {
      const id = idAs('id');
      store.remove(guest);
      return id;
    },
    anonymousId: () => (user().id ? device.get(anonymous('id')) : null),
    forgetAnonymous(id) {
      if (device.get(anonymous('id')) === id) device.remove(anonymous('id'));
    },
    identify(next) {
      const before = user().id;
      const begun = store.get('draft');
      visitor.value = { ...visitor.peek(), ...next };
      if (user().id !== before) {
        // Drafts that were started before sign-in move to the user.
        if (before === undefined && begun !== null && store.get('draft') === null) {
          store.set('draft', begun);
          device.remove(anonymous('draft'));
        }
        seen.clear();
        epoch.value++;
      }
      details.value++;
    },
    reset() {
      store.wipe('');
      for (const id of seen) device.wipe(ofVisitor(id, ''));
      visitor.value = {};
      seen.clear();
      epoch.value++;
      details.value++;
    },
    store,
  };
}
