import { createHmac, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { bearer } from '../providerCase.ts';
import { type StandIn, type StandInAnswer, type StandInRequest, startStandIn } from '../standIn.ts';
import { type Fault, Rejection, withFaults } from './faults.ts';
import {
  accessToken,
  adminId,
  asHtml,
  ContactSearch,
  clientSecret,
  type IntercomConversation,
  type IntercomPart,
  Manage,
  NewContact,
  NewConversation,
  Reply,
  rejected,
  Search,
  shown,
} from './intercomSchema.ts';
import type { SignedRequest } from './zendesk.ts';

interface FakeIntercom {
  standIn: StandIn;
  faults: Fault[];
  conversations: IntercomConversation[];
  contacts: { id: string; email: string }[];
  credentials: Record<string, string>;
  /** Someone writes in Intercom. By default a member of the team. */
  write(id: string, body: string, about?: Partial<IntercomPart>): IntercomPart;
  addFile(name: string, content: Buffer): IntercomPart['attachments'][number];
  files: Map<string, Buffer>;
  webhook(id: string, how?: { secret?: string; item?: object }): SignedRequest;
  clear(): void;
  close(): Promise<void>;
}

/** Starts a stand-in for Intercom that stores conversations, and checks each request. */
export async function startIntercom(): Promise<FakeIntercom> {
  const standIn = await startStandIn();
  const conversations: IntercomConversation[] = [];
  const contacts: { id: string; email: string; role: string }[] = [];
  const files = new Map<string, Buffer>();
  let nextId = 70_000;
  const newId = () => String(nextId++);

  function addFile(name: string, content: Buffer) {
    const path = `/signed/${newId()}/${name}`;
    files.set(path, content);
    const about = { type: 'upload', content_type: 'image/png', filesize: content.length } as const;
    return { ...about, name, url: `${standIn.url}${path}?signature=s` };
  }
  function find(id: string): IntercomConversation {
    const found = conversations.find((one) => one.id === id && !one.isGone);
    if (found === undefined) throw rejected(404, 'not_found', 'Resource Not Found');
    return found;
  }
  function add(id: string, part: Omit<IntercomPart, 'id'>): IntercomPart {
    const made = { id: newId(), ...part };
    find(id).parts.push(made);
    return made;
  }
  function createContact(json: unknown): object {
    const { role, email } = z.parse(NewContact, json);
    const existing = contacts.find((one) => one.email === email);
    if (existing !== undefined) {
      const sentence = `A contact matching those details already exists with id=${existing.id}`;
      throw rejected(409, 'conflict', sentence);
    }
    const contact = { id: newId(), email, role };
    contacts.push(contact);
    return { type: 'contact', ...contact };
  }

  function createConversation(json: unknown): object {
    const { from, body } = z.parse(NewConversation, json);
    if (!contacts.some(({ id }) => id === from.id)) {
      throw rejected(404, 'not_found', 'User Not Found');
    }
    const about = { state: 'open', admin_assignee_id: null, parts: [], isGone: false };
    const made = { id: newId(), contactId: from.id, source: { body: asHtml(body) }, ...about };
    conversations.push(made);
    return { type: 'user_message', id: newId(), conversation_id: made.id };
  }

  function reply(id: string, json: unknown): object {
    const { attachment_files = [], body, message_type, type } = z.parse(Reply, json);
    const attachments = attachment_files.map(({ name, data }) => {
      if (name.endsWith('.log')) throw rejected(422, 'parameter_invalid', 'File type');
      return addFile(name, Buffer.from(data, 'base64'));
    });
    const isUser = type === 'user';
    const author = { type, id: '1', name: isUser ? 'Ada' : 'Integration' };
    // The texts of customers are not HTML.
    const html = isUser ? asHtml(body) : body;
    add(id, { part_type: message_type, body: html, author, attachments });
    const conversation = find(id);
    if (isUser && conversation.state !== 'open') {
      conversation.state = 'open';
      add(id, { part_type: 'open', body: null, author, attachments: [] });
    }
    return shown(conversation, false);
  }

  function manage(id: string, json: unknown): object {
    const { message_type } = z.parse(Manage, json);
    find(id).state = message_type === 'close' ? 'closed' : 'open';
    const author = { type: 'admin', id: adminId, name: 'Integration' };
    add(id, { part_type: message_type, body: null, author, attachments: [] });
    return shown(find(id), false);
  }

  /** One conversation on a page. */
  function search(json: unknown): object {
    const { query, pagination } = z.parse(Search, json);
    const [contact, text] = 'field' in query ? [] : query.value.map(({ value }) => value);
    const all = conversations.filter(
      ({ contactId, source }) =>
        (contact === undefined || contactId === contact) && source.body.includes(text ?? ''),
    );
    const at = Number(pagination.starting_after ?? 0);
    const next = at + 1 < all.length ? { page: 2, starting_after: String(at + 1) } : null;
    return { conversations: all.slice(at, at + 1).map(({ id }) => ({ id })), pages: { next } };
  }

  function decide(request: StandInRequest): StandInAnswer {
    const { pathname: path, searchParams } = new URL(request.path, standIn.url);
    const file = files.get(path);
    const { authorization } = request.headers;
    if (file !== undefined) {
      if (authorization) throw rejected(400, 'invalid', 'The address is signed.');
      return { status: 200, body: file };
    }
    if (authorization !== bearer(accessToken).authorization) {
      throw rejected(401, 'unauthorized', 'Access Token Invalid');
    }
    if (request.headers['intercom-version'] !== '2.11') throw rejected(400, 'version', 'Version');
    const json = (): unknown => JSON.parse(request.body);
    const [, id = ''] = /^\/conversations\/(\d+)/.exec(path) ?? [];
    const routes: Record<string, () => object> = {
      'GET /me': () => ({ type: 'admin', id: adminId, app: { id_code: 'app1' } }),
      'POST /contacts/search': () => {
        const { value } = z.parse(ContactSearch, json()).query;
        return { type: 'list', data: contacts.filter(({ email }) => email === value) };
      },
      'POST /contacts': () => createContact(json()),
      'POST /conversations': () => createConversation(json()),
      'POST /conversations/search': () => search(json()),
      'GET /conversations/*': () => shown(find(id), searchParams.get('display_as') === 'plaintext'),
      'POST /conversations/*/reply': () => reply(id, json()),
      'POST /conversations/*/parts': () => manage(id, json()),
    };
    const route = routes[`${request.method} ${path.replace(/\d+/, '*')}`];
    if (route === undefined) throw rejected(404, 'not_found', 'No such path');
    return { status: 200, body: route() };
  }

  const { faults, respond } = withFaults((request) => {
    try {
      return decide(request);
    } catch (error) {
      const invalid = rejected(422, 'parameter_invalid', String(error));
      return (error instanceof Rejection ? error : invalid).response;
    }
  });
  standIn.respond(respond);

  return {
    standIn,
    faults,
    conversations,
    contacts,
    files,
    addFile,
    credentials: { access_token: accessToken, client_secret: clientSecret },
    write(id, body, about) {
      const author = { type: 'admin', id: '5', name: 'Ira Agent' };
      const part = { part_type: 'comment', body: asHtml(body), author, attachments: [] };
      return add(id, { ...part, ...about });
    },
    webhook(id, { secret = clientSecret, item = { type: 'conversation', id } } = {}) {
      const about = { type: 'notification_event', topic: 'conversation.admin.replied' };
      const body = JSON.stringify({ ...about, id: `notif_${randomUUID()}`, data: { item } });
      const signature = createHmac('sha1', secret).update(body).digest('hex');
      const headers = {
        'Content-Type': 'application/json',
        'X-Hub-Signature': `sha1=${signature}`,
      };
      return { body, headers };
    },
    clear() {
      for (const list of [conversations, contacts, faults, standIn.requests]) list.length = 0;
    },
    close: () => standIn.close(),
  };
}
