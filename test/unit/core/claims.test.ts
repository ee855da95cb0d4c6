import { describe, expect, it, vi } from 'vitest';
import { createClaims } from '../../../src/core/claims.ts';
import type { Api } from '../../../src/core/ports.ts';
import { NetworkError } from '../../../src/errors.ts';
import { eventually } from '../../support/eventually.ts';
import { createFakeApi, createMemoryStore, createTestContext } from '../../support/fakes.ts';

function createVisit(claimRequests = vi.fn<Api['claimRequests']>(async () => ({ moved: 1 }))) {
  const store = createMemoryStore();
  const listTickets = async () => ({ tickets: [], next_cursor: null });
  const api = createFakeApi({ claimRequests, listTickets });
  const { visitor, requests, outbox } = createTestContext({ api, store });
  const claims = createClaims(api, visitor, requests, outbox);
  return {
    claims,
    visitor,
    store,
    claimed: () => claimRequests.mock.calls.map(([{ body }]) => body),
  };
}

describe('a request from before the sign-in', () => {
  it('is claimed once when the user is known', async () => {
    const { claims, visitor, claimed } = createVisit();
    const before = visitor.authorId();
    claims.claim();
    visitor.identify({ user: { id: 'ada' } });
    claims.claim();
    await eventually(() => expect(visitor.anonymousId()).toBeNull());
    claims.claim();
    expect(claimed()).toEqual([{ visitor_id: before }]);
  });

  it('is claimed later if the backend is unreachable', async () => {
    const claimRequests = vi.fn<Api['claimRequests']>(async () => ({ moved: 1 }));
    claimRequests.mockRejectedValueOnce(new NetworkError('gone'));
    const { claims, visitor, claimed } = createVisit(claimRequests);
    const before = visitor.authorId();
    visitor.identify({ user: { id: 'ada' } });
    claims.claim();
    await eventually(() => expect(claimed()).toHaveLength(1));
    expect(visitor.anonymousId()).toBe(before);
    claims.claim();
    await eventually(() => expect(visitor.anonymousId()).toBeNull());
  });

  it('causes no claim if nothing was written', () => {
    const { claims, visitor, claimed, store } = createVisit();
    visitor.identify({ user: { id: 'ada' } });
    claims.claim();
    expect(claimed()).toEqual([]);
    expect(store.values.size).toBe(0);
  });
});
