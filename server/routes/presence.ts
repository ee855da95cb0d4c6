import { notePresence } from '../../src/contract/presence.ts';
import { noInput, route } from '../http/route.ts';
import { notifyLive } from '../queries/live.ts';
import { agentOf } from './inboxFilter.ts';
import { readId } from './present.ts';

export const notePresenceRoute = route(
  { ...noInput, ...notePresence },
  async ({ trx, caller, param, body }) => {
    const { id, name } = agentOf(caller);
    const ticket_id = readId(param('id'));
    const event = { type: 'presence', ticket_id, agent: { id, name }, ...body } as const;
    await notifyLive(trx, ticket_id, event, { agentsOnly: true });
    return {};
  },
);
