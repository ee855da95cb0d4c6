import * as z from 'zod/mini';
import { type DeskFile, DeskRejection, DeskTicketGone } from '../../ask/desk.ts';
import { basic, type Endpoint } from '../../ask/provider.ts';
import { type ReadItems, readItems } from '../../ask/readItems.ts';
import { type ProviderResponse, requestJson } from '../../ask/requestJson.ts';

export interface FreshdeskCredentials {
  api_key: string;
}

const Failure = z.object({
  description: z.optional(z.string()),
  errors: z.optional(
    z.array(z.object({ field: z.optional(z.string()), message: z.optional(z.string()) })),
  ),
});

type Fields = Readonly<Record<string, string | number | boolean | readonly string[]>>;

export interface FreshdeskClient {
  get<T>(path: string, expects: z.ZodMiniType<T>): Promise<T>;
  put<T>(path: string, json: Fields, expects: z.ZodMiniType<T>): Promise<T>;
  /** Posts JSON, or a form if there are files. */
  post<T>(
    path: string,
    fields: Fields,
    files: readonly DeskFile[],
    expects: z.ZodMiniType<T>,
  ): Promise<T>;
}

/** Authentication and errors: https://developers.freshdesk.com/api/#authentication */
export function freshdeskClient(
  { api_key }: FreshdeskCredentials,
  endpoint: Endpoint,
): FreshdeskClient {
  const headers = basic(api_key, 'X');
  const send = <T>(path: string, request: Omit<Parameters<typeof requestJson<T>>[2], 'explain'>) =>
    requestJson(endpoint, path, {
      ...request,
      headers,
      explain: (response) => explain(response, path),
    });
  return {
    get: (path, expects) => send(path, { expects }),
    put: (path, json, expects) => send(path, { method: 'PUT', json, expects }),
    post: (path, fields, files, expects) =>
      send(path, {
        method: 'POST',
        expects,
        ...(files.length === 0 ? { json: fields } : { multipart: formOf(fields, files) }),
      }),
  };
}

/** Files need a form: https://developers.freshdesk.com/api/#attachments */
function formOf(fields: Fields, files: readonly DeskFile[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'object') for (const one of value) form.append(`${name}[]`, one);
    else form.append(name, String(value));
  }
  for (const { name, type, content } of files) {
    form.append('attachments[]', new Blob([new Uint8Array(content)], { type }), name);
  }
  return form;
}

const ticketPath = /^api\/v2\/tickets\/\d/;
const rejectedStatuses = [400, 409, 413, 415];

function explain(response: ProviderResponse, path: string): undefined {
  const { status, body } = response;
  if (status === 404 && ticketPath.test(path)) throw new DeskTicketGone();
  if (!rejectedStatuses.includes(status)) return undefined;
  const known = z.safeParse(Failure, body);
  const { description, errors = [] } = known.success ? known.data : {};
  const sentences = errors.map(({ field = '', message = '' }) => `${field}: ${message}`);
  const reason = sentences.join(' ') || description || `Status ${status}.`;
  throw new DeskRejection(reason.slice(0, 500));
}

const pageSize = 100;
const Items = z.array(z.unknown());
const maxPages = 50;

/** Reads all pages of a list: https://developers.freshdesk.com/api/#pagination */
export async function listAll<T>(
  { get }: FreshdeskClient,
  path: string,
  { item, kind }: { item: z.ZodMiniType<T>; kind: string },
): Promise<ReadItems<T>> {
  const all: unknown[] = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const separator = path.includes('?') ? '&' : '?';
    const items = await get(`${path}${separator}per_page=${pageSize}&page=${page}`, Items);
    all.push(...items);
    if (items.length < pageSize) break;
  }
  return readItems(all, item, kind);
}
