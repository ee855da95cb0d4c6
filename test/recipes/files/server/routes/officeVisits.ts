import { addOfficeVisit, listOfficeVisits } from '../../src/contract/officeVisit.ts';
import { digest } from '../base/digest.ts';
import { noInput, route } from '../http/route.ts';
import { insertOfficeVisit, readOfficeVisits } from '../queries/officeVisits.ts';
import { emitEvent } from '../queries/webhookEvents.ts';

const shown = ({ id, visited_at }: { id: string; visited_at: Date }) => ({
  id,
  visited_at: visited_at.toISOString(),
});

export const listOfficeVisitsRoute = route({ ...noInput, ...listOfficeVisits }, async ({ trx }) => {
  return { visits: (await readOfficeVisits(trx)).map(shown) };
});

export const addOfficeVisitRoute = route(
  { ...noInput, ...addOfficeVisit },
  async ({ trx, body }) => {
    const visit = shown(await insertOfficeVisit(trx, digest(body.visitor_id)));
    await emitEvent(trx, 'office.visited', visit);
    return visit;
  },
);
