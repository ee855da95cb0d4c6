import { createHmac, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { bearer } from '../providerCase.ts';
import { type StandIn, type StandInRequest, startStandIn } from '../standIn.ts';
import { type Fault, Rejection, withFaults } from './faults.ts';
import {
  accessToken,
  clientSecret,
  type ObjectType,
  Properties,
  pipelines,
  portalId,
  rejected,
} from './hubspotSchema.ts';
import { createHubspotStore, type HubspotObject } from './hubspotStore.ts';
import type { SignedRequest } from './zendesk.ts';

interface FakeHubspot extends Pick<ReturnType<typeof createHubspotStore>, 'listOf' | 'custom'> {
  standIn: StandIn;
  faults: Fault[];
  files: Map<string, Buffer>;
  credentials: Record<string, string>;
  /** Someone writes a note or an e-mail in HubSpot. */
  write(type: 'notes' | 'emails', ticketId: string, properties: object): HubspotObject;
  addFile(name: string, content: Buffer): string;
  webhook(
    integrationId: string,
    events: readonly object[],
    how?: { at?: number; secret?: string },
  ): SignedRequest;
  clear(): void;
  close(): Promise<void>;
}

const isType = (type: string): type is ObjectType => type in Properties;

/** Starts a stand-in for HubSpot that stores tickets, and checks each request like the real one. */
export async function startHubspot(): Promise<FakeHubspot> {
  const standIn = await startStandIn();
  const store = createHubspotStore();
  const files = new Map<string, Buffer>();
  const names = new Map<string, string>();
  let minutes = 0;

  function addFile(name: string, content: Buffer): string {
    const id = store.newId();
    files.set(id, content);
    names.set(id, name);
    return id;
  }

  async function upload({ headers, bytes }: StandInRequest) {
    const form = await new Response(new Uint8Array(bytes), {
      headers: { 'Content-Type': headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('file');
    const options = z.parse(z.string(), form.get('options'));
    z.parse(z.strictObject({ access: z.literal('PRIVATE') }), JSON.parse(options));
    if (!String(form.get('folderPath')).startsWith('/')) throw rejected(400, 'folderPath');
    if (!(file instanceof File)) throw rejected(400, 'file');
    if (file.name.endsWith('.log')) throw rejected(400, 'The file extension is not supported.');
    return { id: addFile(file.name, Buffer.from(await file.arrayBuffer())) };
  }

  function showFile(id: string, isSigned: boolean) {
    const [, name, extension] = /^(.*)\.(\w+)$/.exec(names.get(id) ?? '') ?? [];
    const size = files.get(id)?.length;
    if (size === undefined) throw rejected(404, 'File not found');
    const facts = { name, extension, size, type: 'IMG' };
    return isSigned ? { ...facts, url: `${standIn.url}/signed/${id}` } : { id, ...facts };
  }

  function objectRoute(request: StandInRequest, path: string, query: URLSearchParams): object {
    const [, type = '', id = ''] = /^\/crm\/v3\/objects\/(\w+)(?:\/(.+))?$/.exec(path) ?? [];
    if (!isType(type)) throw rejected(404, 'No such object type');
    const json = (): unknown => JSON.parse(request.body);
    if (request.method === 'GET') {
      return store.find(type, decodeURIComponent(id), query.get('idProperty'));
    }
    if (request.method === 'PATCH' && type === 'tickets') return store.changeStage(id, json());
    if (id === 'batch/read') return store.read(type, json());
    if (id === 'search') return store.search(type, json());
    return store.create(type, json());
  }

  function decide(request: StandInRequest): object | Promise<object> {
    const { pathname: path, searchParams: query } = new URL(request.path, standIn.url);
    const line = `${request.method} ${path}`;
    if (path.startsWith('/signed/')) {
      if (request.headers.authorization) throw rejected(400, 'The address is signed.');
      return files.get(path.slice('/signed/'.length)) ?? Buffer.alloc(0);
    }
    if (request.headers.authorization !== bearer(accessToken).authorization) {
      throw new Rejection(401, { status: 'error', category: 'INVALID_AUTHENTICATION' });
    }
    const [, ticketId, type] =
      /^GET \/crm\/v4\/objects\/tickets\/(\d+)\/associations\/(\w+)$/.exec(line) ?? [];
    if (ticketId && type) return store.associated(ticketId, type, query);
    const [, from] = /^POST \/crm\/v4\/associations\/(\w+)\/tickets\/batch\/read$/.exec(line) ?? [];
    if (from) return store.ticketsOf(from, JSON.parse(request.body));
    if (line === 'POST /crm/v3/properties/tickets') {
      return store.createProperty(JSON.parse(request.body));
    }
    if (line === 'GET /crm/v3/pipelines/tickets') return { results: pipelines };
    if (line === 'GET /crm/v3/owners/88') return { firstName: 'Hana', lastName: 'Agent' };
    if (line === 'GET /account-info/v3/details')
      return { portalId, uiDomain: 'app-eu1.hubspot.com' };
    if (line === 'POST /files/v3/files') return upload(request);
    const [, fileId, signed] = /^GET \/files\/v3\/files\/(\d+)(\/signed-url)?$/.exec(line) ?? [];
    if (fileId) return showFile(fileId, signed !== undefined);
    return objectRoute(request, path, query);
  }

  const { faults, respond } = withFaults(async (request) => {
    try {
      return { status: request.method === 'POST' ? 201 : 200, body: await decide(request) };
    } catch (error) {
      return (error instanceof Rejection ? error : rejected(400, String(error))).response;
    }
  });
  standIn.respond(respond);

  return {
    standIn,
    faults,
    files,
    listOf: store.listOf,
    custom: store.custom,
    credentials: { access_token: accessToken, client_secret: clientSecret },
    write(type, ticketId, properties) {
      const hs_timestamp = new Date(Date.UTC(2036, 0, 1, 0, minutes++)).toISOString();
      const all = { hs_timestamp, hubspot_owner_id: '88', ...properties };
      return store.add({ type, belongsTo: [ticketId], properties: all });
    },
    addFile,
    webhook(integrationId, events, { at = Date.now(), secret = clientSecret } = {}) {
      const about = { subscriptionId: 2, portalId, occurredAt: at, attemptNumber: 0 };
      const body = JSON.stringify(events.map((event) => ({ ...about, ...event })));
      const address = `http://localhost/v1/webhooks/hubspot/${integrationId}`;
      const signed = createHmac('sha256', secret).update(`POST${address}${body}${at}`);
      return {
        body,
        headers: {
          'Content-Type': 'application/json',
          'X-HubSpot-Signature-v3': signed.digest('base64'),
          'X-HubSpot-Request-Timestamp': String(at),
          'X-Request-Id': randomUUID(),
        },
      };
    },
    clear() {
      for (const list of [store.objects, faults, standIn.requests]) list.length = 0;
    },
    close: () => standIn.close(),
  };
}
