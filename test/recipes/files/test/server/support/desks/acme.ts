import { startStandIn } from '../standIn.ts';

interface Message {
  id: string;
  own_id: string | null;
  from_team: boolean;
  internal: boolean;
  text: string;
}

/** Starts a stand-in for the help desk of Acme. */
export async function startAcme() {
  const standIn = await startStandIn();
  const tickets = new Map<string, { id: string; status: string; messages: Message[] }>();
  standIn.respond(({ path, body }) => {
    const [, , , id = '', isMessage] = path.split('/');
    const ticket = tickets.get(id) ?? { id, status: 'new', messages: [] };
    const { first, status, ...message } = body === '' ? {} : JSON.parse(body);
    const added = isMessage === undefined ? first : message;
    if (added) ticket.messages.push({ id: `m${ticket.messages.length}`, ...added });
    if (status) ticket.status = status;
    tickets.set(id, ticket);
    return { status: 200, body: ticket };
  });
  return { standIn, tickets, credentials: { api_token: 'token-1', webhook_secret: 'secret-1' } };
}
