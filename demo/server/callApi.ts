import type * as z from 'zod/mini';
import { object } from 'zod/mini';
import { type DemoAccount, demo, demoAgent, type Fetch } from '../../server/index.ts';
import { agentEndpoints, type Endpoint } from '../../src/contract/index.ts';

interface Input {
  id?: string;
  body?: unknown;
  /** Replaces the demo's secret key. */
  token?: string;
  headers?: Readonly<Record<string, string>>;
}

/** Calls an endpoint of the backend like a host's own backend would. */
export async function callApi<T>(
  api: Fetch,
  { method, path, reply }: Endpoint & { reply: z.ZodMiniType<T> },
  { id = '', body, token = demo.secretKey, headers = {} }: Input = {},
): Promise<T> {
  const response = await api(
    new Request(`http://demo.invalid/v1/${path.replace('{id}', id)}`, {
      method,
      headers: {
        Authorization: `Bearer ${token}`,
        'Content-Type': 'application/json',
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    }),
  );
  const envelope: unknown = await response.json();
  if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(envelope)}`);
  return object({ data: reply }).parse(envelope).data;
}

/** Creates a session of an account's agent. */
export function openAgentSession(api: Fetch, account: DemoAccount = demo) {
  return callApi(api, agentEndpoints.createAgentSession, {
    token: account.secretKey,
    body: demoAgent,
  });
}
