import { recordEvents } from '../../src/contract/event.ts';
import { noInput, route } from '../http/route.ts';
import { storeEvents } from '../queries/events.ts';

export const recordEventsRoute = route(
  { ...noInput, ...recordEvents },
  async ({ trx, caller: { visitorHash = '' }, body: { events, distinct_id: distinctId } }) => ({
    stored: await storeEvents(trx, events, { visitorHash, distinctId }),
  }),
);
