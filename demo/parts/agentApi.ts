import type * as z from 'zod/mini';
import { agentStreamPath, type Endpoint, headers } from '../../src/contract/index.ts';

/** The session of the agent on this page. The demo creates one for everyone who opens it. */
export interface Session {
  token: string;
  agent: { id: string; name: string; email: string };
}

export async function openSession(): Promise<Session> {
  const response = await fetch(`/inbox/session.json${location.search}`, { method: 'POST' });
  if (!response.ok) throw new Error('The demo has not opened a session. Start it again.');
  return response.json();
}

interface Input {
  id?: string;
  query?: Record<string, string>;
  body?: unknown;
  /** Replaces the JSON body. */
  file?: File;
}

/** Resolves a path of the backend on this page. */
export function addressOf(path: string): string {
  return `/v1/${path}`;
}

/** Calls an endpoint of the team. The response is validated against the contract. */
export async function callAgentApi<T>(
  { token }: Session,
  endpoint: Endpoint & { reply: z.ZodMiniType<T> },
  { id = '', query = {}, body, file }: Input = {},
): Promise<T> {
  const search = new URLSearchParams(query).toString();
  const path = endpoint.path.replace('{id}', encodeURIComponent(id));
  const response = await fetch(`${addressOf(path)}${search && `?${search}`}`, {
    method: endpoint.method,
    headers: {
      Authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(file ? { [headers.fileName]: encodeURIComponent(file.name) } : {}),
      ...(endpoint.idempotent ? { 'Idempotency-Key': crypto.randomUUID() } : {}),
    },
    body: file ?? (body === undefined ? null : JSON.stringify(body)),
  });
  const envelope = await response.json();
  if (!response.ok) throw new Error(envelope.error?.message ?? 'The backend rejected the request.');
  return endpoint.reply.parse(envelope.data);
}

/** Calls `changed` for every event of the team's stream, as long as the page exists. */
export async function followTeam({ token }: Session, changed: () => void): Promise<void> {
  for (;;) {
    try {
      const { body } = await fetch(addressOf(agentStreamPath), {
        headers: { Authorization: `Bearer ${token}` },
      });
      const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
      changed();
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        if (part.value.includes('data:')) changed();
      }
    } catch {
      // The backend is unreachable, so it is retried until it is back.
    }
    await new Promise((resolve) => setTimeout(resolve, 2_000));
  }
}
