import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import type { AgentTicket, AgentTicketSummary } from '../../src/contract/agent.ts';
import type { SignedIn } from './session.model.ts';
import { storedMap } from './stored.ts';

const maxRequests = 500;

/** Requests that an agent has read on this device, with the last change at that time. */
export function createSeen({ account, agent }: SignedIn) {
  const stored = storedMap(`support-desk-seen:${account.id}:${agent.id}`, z.string(), maxRequests);
  /** Counts changes, so that views that read them are rendered again. */
  const version = signal(0);

  return {
    mark({ id, updated_at }: Pick<AgentTicket, 'id' | 'updated_at'>): void {
      if (stored.get(id) === updated_at) return;
      stored.set(id, updated_at);
      version.value += 1;
    },
    /** True if the customer has written since the agent last read the request. */
    isUnread({ id, last_author, updated_at }: AgentTicketSummary): boolean {
      return version.value >= 0 && last_author === 'visitor' && stored.get(id) !== updated_at;
    },
  };
}
