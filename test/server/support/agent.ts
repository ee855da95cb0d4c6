import type * as z from 'zod/mini';
import { createAgentSession } from '../../../src/contract/agent.ts';
import type { Endpoint } from '../../../src/contract/endpoint.ts';
import type { App } from './api.ts';
import { type Caller, dataOf, headersOf } from './envelope.ts';
import { newId, type TestTenant } from './tenant.ts';

interface CallInput {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
  idempotencyKey?: string;
  /** The file of an upload. */
  file?: { name: string; content: BodyInit };
}

const note = { name: 'note.txt', content: 'A file.' };

/** Calls an endpoint of the contract like its typed client would. */
export async function callFor(
  app: App,
  caller: Caller,
  endpoint: Endpoint,
  {
    params = {},
    query = {},
    body,
    headers = {},
    idempotencyKey = newId(),
    file = note,
  }: CallInput = {},
): Promise<Response> {
  const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => params[name] ?? '');
  const search = new URLSearchParams(query).toString();
  return app.request(`/v1/${path}${search && `?${search}`}`, {
    method: endpoint.method,
    headers: {
      ...headersOf(caller),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(endpoint.idempotent ? { 'Idempotency-Key': idempotencyKey } : {}),
      ...(endpoint.upload ? { 'X-File-Name': file.name } : {}),
      ...headers,
    },
    ...(endpoint.upload ? { body: file.content } : {}),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

/** Returns the data of a successful call. Fails the test otherwise. */
export async function call<T>(
  app: App,
  caller: Caller,
  endpoint: Endpoint & { reply: z.ZodMiniType<T> },
  input?: CallInput,
): Promise<T> {
  return dataOf(await callFor(app, caller, endpoint, input), endpoint.reply);
}

/** Creates the session of a signed-in agent of a tenant. */
export async function openSession(
  app: App,
  { secretKey }: TestTenant,
  name = 'Marta Klein',
): Promise<Caller & { id: string }> {
  const email = `${name.toLowerCase().replace(' ', '.')}@acme.example`;
  const { token, agent } = await call(app, { key: secretKey }, createAgentSession, {
    body: { name, email },
  });
  return { key: token, id: agent.id };
}
