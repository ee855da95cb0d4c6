import * as z from 'zod/mini';
import { basic } from '../providerCase.ts';
import { type StandIn, type StandInAnswer, type StandInRequest, startStandIn } from '../standIn.ts';
import { type Fault, Rejection, withFaults } from './faults.ts';
import {
  agentId,
  apiKey,
  type FreshdeskFile,
  type FreshdeskNote,
  type FreshdeskTicket,
  invalid,
  NewNote,
  NewTicket,
  oneOf,
  textOf,
  webhookSecret,
} from './freshdeskSchema.ts';
import type { SignedRequest } from './zendesk.ts';

export interface FakeFreshdesk {
  standIn: StandIn;
  faults: Fault[];
  tickets: FreshdeskTicket[];
  files: Map<string, Buffer>;
  credentials: Record<string, string>;
  /** An agent or the customer writes in Freshdesk. */
  write(id: number, note: Partial<FreshdeskNote> & { body_text: string }): void;
  addFile(name: string, content: Buffer): FreshdeskFile;
  webhook(ticketId: number, secret?: string): SignedRequest;
  clear(): void;
  close(): Promise<void>;
}

/** Starts a stand-in for Freshdesk that stores tickets, and checks each request like the real one. */
export async function startFreshdesk(): Promise<FakeFreshdesk> {
  const standIn = await startStandIn();
  const tickets: FreshdeskTicket[] = [];
  const files = new Map<string, Buffer>();
  const contacts = new Map<string, number>();
  let nextId = 100;

  function addFile(name: string, content: Buffer): FreshdeskFile {
    const path = `/data/${nextId++}/${encodeURIComponent(name)}`;
    files.set(path, content);
    return { name, size: content.length, attachment_url: standIn.url + path };
  }
  function find(id: string): FreshdeskTicket {
    const ticket = tickets.find((one) => String(one.id) === id);
    if (ticket === undefined) throw new Rejection(404, '');
    return ticket;
  }

  /** Reads JSON, or a form with files. */
  async function read({ headers, bytes }: StandInRequest) {
    const type = headers['content-type'] ?? '';
    if (type.startsWith('application/json')) {
      return { fields: JSON.parse(bytes.toString()), attachments: [] };
    }
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'Content-Type': type },
    }).formData();
    const fields: Record<string, string | string[]> = {};
    const attachments: FreshdeskFile[] = [];
    for (const [name, value] of form) {
      if (typeof value !== 'string') {
        if (value.name.endsWith('.log')) throw invalid('This type of file is not allowed.');
        attachments.push(addFile(value.name, Buffer.from(await value.arrayBuffer())));
      } else if (name.endsWith('[]')) {
        const list = fields[name.slice(0, -2)];
        fields[name.slice(0, -2)] = [...(Array.isArray(list) ? list : []), value];
      } else fields[name] = value;
    }
    return { fields, attachments };
  }

  async function create(request: StandInRequest): Promise<StandInAnswer> {
    const { fields, attachments } = await read(request);
    const { description, name: _, source: __, ...given } = z.parse(NewTicket, fields);
    const requester_id = contacts.get(given.email) ?? nextId++;
    contacts.set(given.email, requester_id);
    const ticket = { ...given, id: nextId++, requester_id, deleted: false, notes: [], attachments };
    tickets.push({ ...ticket, description_text: textOf(description) });
    return { status: 201, body: ticket };
  }

  async function addNote(id: string, request: StandInRequest): Promise<StandInAnswer> {
    const { fields, attachments } = await read(request);
    const ticket = find(id);
    const { body, user_id = agentId, incoming = false, ...given } = z.parse(NewNote, fields);
    const isKnown = user_id === agentId || user_id === ticket.requester_id;
    if (!isKnown) throw invalid('user_id');
    const about = { ...given, user_id, incoming, source: 2, attachments };
    const note = { ...about, id: nextId++, body_text: textOf(body) };
    ticket.notes.push(note);
    return { status: 201, body: note };
  }

  async function decide(request: StandInRequest): Promise<StandInAnswer> {
    const { pathname, searchParams } = new URL(request.path, standIn.url);
    const file = files.get(pathname);
    if (file !== undefined) return { status: 200, body: file };
    if (request.headers.authorization !== basic(apiKey, 'X').authorization) {
      throw new Rejection(401, {
        code: 'invalid_credentials',
        message: 'You have to be logged in.',
      });
    }
    const [, id = '', rest = ''] = /^\/api\/v2\/tickets\/(\d+)(?:\/(\w+))?$/.exec(pathname) ?? [];
    const route = `${request.method} ${pathname.replace('/api/v2/', '').replace(/\d+/, '*')}`;
    if (route === 'POST tickets') return create(request);
    if (route === 'GET tickets') {
      const email = searchParams.get('email');
      const found = tickets.filter((one) => email === null || one.email === email);
      // The list does not contain the tags.
      const listed = found.map(({ tags: _, notes: __, ...ticket }) => ticket);
      if (email !== null) return { status: 200, body: listed };
      z.parse(z.iso.datetime(), searchParams.get('updated_since'));
      return { status: 200, body: pageOf(listed, searchParams) };
    }
    if (route === 'GET tickets/*') return { status: 200, body: { ...find(id), notes: undefined } };
    if (route === 'PUT tickets/*') {
      const { status } = z.parse(
        z.strictObject({ status: oneOf(2, 3, 4, 5) }),
        JSON.parse(request.body),
      );
      find(id).status = status;
      return { status: 200, body: { ...find(id), notes: undefined } };
    }
    if (route === 'POST tickets/*/notes') return addNote(id, request);
    if (rest === 'conversations') {
      return { status: 200, body: pageOf(find(id).notes, searchParams) };
    }
    if (pathname === `/api/v2/agents/${agentId}`) {
      return { status: 200, body: { contact: { name: 'Fred Agent' } } };
    }
    throw new Rejection(404, '');
  }

  const { faults, respond } = withFaults(async (request) => {
    try {
      return await decide(request);
    } catch (error) {
      return (error instanceof Rejection ? error : invalid(error)).response;
    }
  });
  standIn.respond(respond);

  return {
    standIn,
    faults,
    tickets,
    files,
    credentials: { subdomain: 'acme', api_key: apiKey, webhook_secret: webhookSecret },
    addFile,
    write(id, note) {
      const about = { incoming: false, private: false, source: 0, attachments: [], ...note };
      find(String(id)).notes.push({ id: nextId++, user_id: agentId, ...about });
    },
    webhook: (ticketId, secret = webhookSecret) => ({
      body: JSON.stringify({ ticket_id: String(ticketId) }),
      headers: { 'Content-Type': 'application/json', 'X-Webhook-Secret': secret },
    }),
    clear() {
      for (const list of [tickets, faults, standIn.requests]) list.length = 0;
    },
    close: () => standIn.close(),
  };
}

function pageOf<T>(all: readonly T[], params: URLSearchParams): T[] {
  const [size, page] = [params.get('per_page'), params.get('page')].map(Number);
  if (!size || size > 100 || !page) throw invalid('per_page');
  return all.slice((page - 1) * size, page * size);
}
