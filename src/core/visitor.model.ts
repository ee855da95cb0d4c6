import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import { guest, ofVisitor } from '../brand.ts';
import {
  type KnownTenant,
  type KnownUser,
  knownTenant,
  knownUser,
  type OrFunction,
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
  /** Grows when another visitor is here: by `reset`, and by `identify` with another user id. */
  epoch: ReadonlySignal<number>;
  /** Grows with every `identify` and `reset`: name and e-mail may be known now. */
  details: ReadonlySignal<number>;
  /** Changes when another visitor is here, or the same one for another organization. */
  party: ReadonlySignal<string>;
  user(): KnownUser;
  tenant(): KnownTenant;
  /** Random id of this visitor, one for each user id. Created and stored on first use. */
  id(): string;
  /** The same for a visitor who begins to write: from then on the id is known. */
  authorId(): string;
  /** The id of a visitor who has written something; null for one who has only looked. */
  knownId(): string | null;
  /** The anonymous id used before the visitor signed in; null if no one has signed in or nothing was written. */
  anonymousId(): string | null;
  /** That id owns nothing any more. */
  forgetAnonymous(id: string): void;
  identify(visitor: Visitor): void;
  /** Forgets who is here, and wipes what was kept of them on this device. */
  reset(): void;
  /** Values of this visitor that outlive the page; wiped by `reset`. */
  store: Store;
}

export function createVisitorModel(initial: Visitor, device: Store): VisitorModel {
  const visitor = signal(initial);
  const epoch = signal(0);
  const details = signal(0);
  const user = () => knownUser(visitor.peek().user);
  const tenant = () => knownTenant(visitor.peek().tenant);
  /**
   * Everyone identified since the last `identify`: a host's function may have forgotten them by
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
    // An organization may come to be known with any of the details.
    party: computed(() => `${epoch.value} ${details.value && tenant().id}`),
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
