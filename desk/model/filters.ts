import type { TicketCounts } from '../../src/contract/agent.ts';
import type { Conditions } from './savedFilters.model.ts';

export interface Filter {
  id: string;
  name: string;
  query: Conditions;
  countOf(counts: TicketCounts): number;
}

/** Snoozed requests return to these lists. */
const here = { snoozed: 'no' } as const;

/** The lists of the inbox, in their order. */
export const filters: readonly Filter[] = [
  { id: 'all', name: 'All', query: {}, countOf: (c) => c.all },
  {
    id: 'unassigned',
    name: 'Unassigned',
    query: { assignee: 'none', status: 'unresolved', ...here },
    countOf: (c) => c.unassigned,
  },
  {
    id: 'mine',
    name: 'Mine',
    query: { assignee: 'me', status: 'unresolved', ...here },
    countOf: (c) => c.mine,
  },
  {
    id: 'mentions',
    name: 'Mentions',
    query: { mentioned: 'me', status: 'unresolved' },
    countOf: (c) => c.mentions,
  },
  { id: 'new', name: 'New', query: { status: 'new', ...here }, countOf: (c) => c.by_status.new },
  {
    id: 'open',
    name: 'Open',
    query: { status: 'open', ...here },
    countOf: (c) => c.by_status.open,
  },
  {
    id: 'pending',
    name: 'Waiting for customer',
    query: { status: 'pending', ...here },
    countOf: (c) => c.by_status.pending,
  },
  {
    id: 'on_hold',
    name: 'On hold',
    query: { status: 'on_hold', ...here },
    countOf: (c) => c.by_status.on_hold,
  },
  {
    id: 'snoozed',
    name: 'Snoozed',
    query: { snoozed: 'yes' },
    countOf: (c) => c.snoozed,
  },
  {
    id: 'resolved',
    name: 'Resolved',
    query: { status: 'resolved' },
    countOf: (c) => c.by_status.resolved,
  },
];
