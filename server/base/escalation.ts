import type { Priority } from '../../src/contract/ticket.ts';

/** True for a request that is escalated immediately. An unsigned tier does not count. */
export function isEscalated(request: {
  priority: Priority;
  signedTier?: string | null | undefined;
}): boolean {
  return request.priority === 'critical' || request.signedTier?.toLowerCase() === 'enterprise';
}
