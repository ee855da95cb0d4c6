import { createHmac, randomUUID } from 'node:crypto';
import { basic } from '../providerCase.ts';
import { type StandIn, type StandInAnswer, type StandInRequest, startStandIn } from '../standIn.ts';
import { type Fault, Rejection, withFaults } from './faults.ts';
import {
  agentId,
  createZendeskStore,
  invalid,
  type ZendeskFile,
  type ZendeskTicket,
} from './zendeskStore.ts';

const credentials = { subdomain: 'acme', email: 'agent@acme.example', api_token: 'token-1' };
const webhookSecret = 'c2lnbmluZy1zZWNyZXQ=';

export interface FakeZendesk {
  standIn: StandIn;
  faults: Fault[];
  tickets: ZendeskTicket[];
  files: Map<string, Buffer>;
  credentials: Record<string, string>;
  /** An agent or the customer acts in Zendesk. */
  comment(id: number, comment: { body: string; by?: number } & Partial<FakeComment>): void;
  setStatus(id: number, status: string): void;
  addFile(name: string, content: Buffer): ZendeskFile;
  /** The comments of a ticket as `public` or `note`, with author and body. */
  comments(id: number): [string, number, string][];
  /** The headers and body of a webhook request. */
  webhook(id: number, type?: string, how?: { at?: number; secret?: string }): SignedRequest;
  /** Forgets all tickets, faults and requests. */
  clear(): void;
  close(): Promise<void>;
}
interface FakeComment {
  isInternal: boolean;
  files: ZendeskFile[];
}
export interface SignedRequest {
  body: string;
  headers: Record<string, string>;
}

/** Starts a stand-in for Zendesk Support. */
export async function startZendesk(): Promise<FakeZendesk> {
  const standIn = await startStandIn();
  const store = createZendeskStore(standIn.url);
  const { tickets, files, newId, find, shown, create, update, page, addFile, upload } = store;

  function decide(request: StandInRequest): StandInAnswer {
    const { pathname, searchParams } = new URL(request.path, standIn.url);
    const file = files.get(pathname);
    const isKnown =
      request.headers.authorization ===
      basic(`${credentials.email}/token`, credentials.api_token).authorization;
    if (!isKnown) throw new Rejection(401, { error: "Couldn't authenticate you" });
    if (file !== undefined) return { status: 200, body: file };
    const route = `${request.method} ${pathname.replace('/api/v2/', '').replace('.json', '')}`;
    const [, id = '', rest] = /^\w+ tickets\/(\d+)(\/audits)?$/.exec(route) ?? [];
    if (route === 'GET users/me') return { status: 200, body: { user: { id: agentId } } };
    if (route === 'POST uploads') return upload(request, searchParams);
    if (route === 'POST tickets') return create(request);
    if (route === 'GET tickets') {
      const external = searchParams.get('external_id');
      const found = tickets.filter(({ external_id }) => external_id === external);
      return { status: 200, body: { tickets: found.map(shown) } };
    }
    if (route === 'GET search') {
      if (!/^type:ticket updated>=\d{4}-\d\d-\d\dT[\d:]{8}Z$/.test(searchParams.get('query') ?? ''))
        throw invalid('Query');
      return { status: 200, body: { results: tickets.map(shown), next_page: null } };
    }
    if (rest !== undefined) return page(find(Number(id)), searchParams);
    if (route.startsWith('PUT') && id) return update(Number(id), request);
    if (id) return { status: 200, body: { ticket: shown(find(Number(id))) } };
    throw new Rejection(404, { error: 'InvalidEndpoint' });
  }

  const { faults, respond } = withFaults((request) => {
    try {
      return decide(request);
    } catch (error) {
      if (error instanceof Rejection) return error.response;
      return { status: 422, body: { error: 'RecordInvalid', description: String(error) } };
    }
  });
  standIn.respond(respond);

  return {
    standIn,
    faults,
    tickets,
    files,
    credentials: { ...credentials, webhook_secret: webhookSecret },
    addFile,
    comment(id, { body, by = agentId, isInternal = false, files: attachments = [] }) {
      const html_body = `<div class="zd-comment"><p>${body}</p></div>`;
      const comment = { id: newId(), type: 'Comment', author_id: by, public: !isInternal };
      const events = [{ ...comment, body, html_body, attachments }];
      find(id).audits.push({ id: newId(), author_id: by, metadata: {}, events });
    },
    setStatus(id, status) {
      find(id).status = status;
    },
    comments: (id) =>
      find(id).audits.flatMap(({ events }) =>
        events
          .filter(({ type }) => type === 'Comment')
          .map(({ public: isPublic, author_id, body }): [string, number, string] => [
            isPublic ? 'public' : 'note',
            Number(author_id),
            String(body),
          ]),
      ),
    webhook(id, type = 'ticket.comment_added', { at = Date.now(), secret = webhookSecret } = {}) {
      const event = { comment: { id: 1, body: 'A secret', is_public: true } };
      const body = JSON.stringify({
        account_id: 1,
        id: randomUUID(),
        type: `zen:event-type:${type}`,
        subject: `zen:ticket:${id}`,
        detail: { id: String(id), status: 'OPEN' },
        event,
      });
      const timestamp = new Date(at).toISOString();
      const signature = createHmac('sha256', secret).update(timestamp).update(body);
      return {
        body,
        headers: {
          'Content-Type': 'application/json',
          'X-Zendesk-Webhook-Signature': signature.digest('base64'),
          'X-Zendesk-Webhook-Signature-Timestamp': timestamp,
        },
      };
    },
    clear() {
      for (const list of [tickets, faults, standIn.requests]) list.length = 0;
    },
    close: () => standIn.close(),
  };
}
