import type { Priority } from '../../src/contract/ticket.ts';

/** True for a request that is escalated at once. A tier that only the page states does not count. */
export function isEscalated(request: {
  priority: Priority;
  signedTier?: string | null | undefined;
}): boolean {
  return request.priority === 'critical' || request.signedTier?.toLowerCase() === 'enterprise';
}
