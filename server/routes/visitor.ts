import { claimRequests } from '../../src/contract/visitor.ts';
import { digest } from '../base/digest.ts';
import { noInput, route } from '../http/route.ts';
import { claimTickets } from '../queries/claims.ts';

export const claimRoute = route({ ...noInput, ...claimRequests }, async ({ trx, caller, body }) => {
  const { tenantId, mode, visitorHash: claimantHash = '' } = caller;
  const visitorHash = digest(body.visitor_id);
  if (visitorHash === claimantHash) return { moved: 0 };
  return { moved: await claimTickets(trx, { tenantId, visitorHash, claimantHash, mode }) };
});
