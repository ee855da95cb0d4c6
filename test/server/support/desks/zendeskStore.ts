import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import type { StandInAnswer, StandInRequest } from '../standIn.ts';
import { Rejection } from './faults.ts';

/** The agent who is signed in with the API token. */
export const agentId = 900;
const wanted = ['new', 'open', 'pending', 'hold', 'solved'];

const Comment = z.object({
  body: z.string(),
  public: z._default(z.boolean(), true),
  author_id: z.optional(z.number()),
  uploads: z._default(z.array(z.string()), []),
});
const Given = z.object({
  ticket: z.object({
    subject: z.optional(z.string()),
    external_id: z.optional(z.string()),
    priority: z.optional(z.enum(['low', 'normal', 'high', 'urgent'])),
    tags: z.optional(z.array(z.string().check(z.regex(/^\S+$/)))),
    requester: z.optional(z.object({ name: z.optional(z.string()), email: z.email() })),
    requester_id: z.optional(z.number()),
    via_followup_source_id: z.optional(z.number()),
    comment: z.optional(Comment),
    status: z.optional(z.string()),
    metadata: z.optional(z.record(z.string(), z.string())),
  }),
});
type Given = z.infer<typeof Given>['ticket'];

export interface ZendeskFile {
  file_name: string;
  content_url: string;
  size: number;
}
interface Event {
  id: number;
  type: string;
  [field: string]: unknown;
}
export interface ZendeskTicket {
  id: number;
  status: string;
  subject: string;
  external_id: string | null;
  priority: string | null;
  tags: string[];
  requester_id: number;
  followsId: number | null;
  audits: { id: number; author_id: number; metadata: object; events: Event[] }[];
}

export const invalid = (description: string) =>
  new Rejection(422, {
    error: 'RecordInvalid',
    description: 'Record validation errors',
    details: { base: [{ description }] },
  });
const notFound = () => new Rejection(404, { error: 'RecordNotFound', description: 'Not found' });

/** The tickets, users and files of a stand-in for Zendesk. It checks each request like the real one. */
export function createZendeskStore(url: string) {
  const tickets: ZendeskTicket[] = [];
  const files = new Map<string, Buffer>();
  const uploads = new Map<string, ZendeskFile>();
  const users = new Map([[agentId, { id: agentId, name: 'Zoe Agent', role: 'agent', email: '' }]]);
  const keys = new Map<string, { body: string; response: StandInAnswer }>();
  let nextId = 1_000;
  const newId = () => nextId++;

  const find = (id: number): ZendeskTicket => {
    const ticket = tickets.find((one) => one.id === id);
    if (ticket === undefined) throw notFound();
    return ticket;
  };
  const shown = ({ audits: _, followsId: __, ...ticket }: ZendeskTicket) => ticket;

  function userFor(given: Given): number {
    const { requester, requester_id } = given;
    if (requester_id !== undefined) {
      if (!users.has(requester_id)) throw invalid('Requester is invalid.');
      return requester_id;
    }
    if (requester === undefined) return agentId;
    const known = [...users.values()].find(({ email }) => email === requester.email);
    if (known !== undefined) return known.id;
    if (!requester.name) throw invalid('Requester: Name: is too short (minimum one character)');
    const id = newId();
    users.set(id, { id, name: requester.name, role: 'end-user', email: requester.email });
    return id;
  }

  function commentEvent({ body, author_id, uploads: tokens, ...comment }: z.infer<typeof Comment>) {
    if (body.trim() === '') throw invalid('Description: cannot be blank');
    if (author_id !== undefined && !users.has(author_id)) throw invalid('Author is invalid.');
    const attachments = tokens.map((token) => {
      const file = uploads.get(token);
      if (file === undefined) throw invalid('Upload token is not valid.');
      uploads.delete(token);
      return file;
    });
    const html_body = `<div class="zd-comment" dir="auto">${body.replaceAll('\n', '<br>')}</div>`;
    return { id: newId(), type: 'Comment', author_id, ...comment, body, html_body, attachments };
  }

  function audit(ticket: ZendeskTicket, given: Given, authorId: number) {
    const { comment, status, metadata = {} } = given;
    if (JSON.stringify(metadata).length > 1_024) throw invalid('Metadata is too large.');
    const events: Event[] = [];
    if (comment !== undefined)
      events.push({ ...commentEvent({ author_id: authorId, ...comment }) });
    if (status !== undefined && status !== ticket.status) {
      if (!wanted.includes(status) || status === 'new') throw invalid('Status is invalid.');
      events.push({ id: newId(), type: 'Change', field_name: 'status', value: status });
      ticket.status = status;
    }
    const made = { id: newId(), author_id: agentId, metadata: { custom: metadata }, events };
    if (events.length > 0) ticket.audits.push(made);
    return made;
  }

  function create(request: StandInRequest): StandInAnswer {
    const key = String(request.headers['idempotency-key'] ?? randomUUID());
    const earlier = keys.get(key);
    if (earlier?.body === request.body) return earlier.response;
    if (earlier !== undefined) {
      throw new Rejection(400, {
        error: 'IdempotentRequestError',
        description: 'Parameters differ',
      });
    }
    const { ticket: given } = z.parse(Given, JSON.parse(request.body));
    if (given.comment === undefined) throw invalid('Description: cannot be blank');
    const { via_followup_source_id: source } = given;
    if (source !== undefined && find(source).status !== 'closed') {
      throw invalid('The source of a follow-up must be closed.');
    }
    const requester_id = userFor(given);
    const ticket: ZendeskTicket = {
      id: newId(),
      status: 'new',
      subject: given.subject ?? '',
      external_id: given.external_id ?? null,
      priority: given.priority ?? null,
      tags: given.tags ?? [],
      requester_id,
      followsId: source ?? null,
      audits: [],
    };
    const made = audit(ticket, { ...given, status: undefined }, requester_id);
    tickets.push(ticket);
    const response = { status: 201, body: { ticket: shown(ticket), audit: made } };
    keys.set(key, { body: request.body, response });
    return response;
  }

  function update(id: number, { body }: StandInRequest): StandInAnswer {
    const ticket = find(id);
    if (ticket.status === 'closed') throw invalid('Status: closed prevents ticket update');
    const { ticket: given } = z.parse(Given, JSON.parse(body));
    const made = audit(ticket, given, agentId);
    return { status: 200, body: { ticket: shown(ticket), audit: made } };
  }

  function page({ audits }: ZendeskTicket, query: URLSearchParams): StandInAnswer {
    const size = Number(query.get('page[size]') ?? 100);
    if (size > 100) throw new Rejection(400, { error: 'InvalidPaginationParameter' });
    const start = Number(query.get('page[after]') ?? 0);
    const some = audits.slice(start, start + size);
    const meta = { has_more: start + size < audits.length, after_cursor: String(start + size) };
    const included = query.get('include') === 'users' ? { users: [...users.values()] } : {};
    return { status: 200, body: { audits: some, meta, ...included } };
  }

  function addFile(name: string, content: Buffer): ZendeskFile {
    const path = `/attachments/token/${randomUUID()}/`;
    files.set(path, content);
    return { file_name: name, content_url: url + path, size: content.length };
  }

  function upload({ headers, bytes }: StandInRequest, query: URLSearchParams): StandInAnswer {
    const name = query.get('filename');
    if (name === null || !headers['content-type']?.includes('/')) throw invalid('Name or type');
    if (name.endsWith('.exe')) throw invalid('File type is not allowed');
    const token = randomUUID();
    uploads.set(token, addFile(name, bytes));
    return { status: 201, body: { upload: { token } } };
  }

  return { tickets, files, newId, find, shown, create, update, page, addFile, upload };
}
