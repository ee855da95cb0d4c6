import { countRequests } from '../../src/contract/requestCount.ts';
import { noInput, route } from '../http/route.ts';
import { listTicketsByChange } from '../queries/ticketList.ts';

export const countRequestsRoute = route({ ...noInput, ...countRequests }, async ({ trx }) => {
  const tickets = await listTicketsByChange(trx, {
    before: undefined,
    limit: 100,
    hasOrganization: false,
  });
  return { count: tickets.length };
});
