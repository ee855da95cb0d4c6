import type { TicketCategory } from '../contract/config.ts';

/** Their labels are translated by id. */
export const defaultCategories: readonly TicketCategory[] = [
  'technical',
  'billing',
  'account',
  'deliverability',
  'integration',
  'feature_request',
  'other',
].map((id) => ({ id }));
