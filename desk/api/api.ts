import type * as z from 'zod/mini';
import { createEventReader } from '../../src/client/eventReader.ts';
import { type Endpoint, headers } from '../../src/contract/endpoint.ts';
import { AgentLiveEvent } from '../../src/contract/presence.ts';
import { Failure } from './failure.ts';

export interface Input {
  params?: Record<string, string>;
  query?: Record<string, string | undefined>;
  body?: unknown;
  /** Replaces the JSON body. */
  file?: File;
  /** The same for each attempt of one write. Default: a new one. */
  idempotencyKey?: string;
}

/** An endpoint that replies with `T`. */
export type Answering<T> = Endpoint & { reply: z.ZodMiniType<T> };

export interface Api {
  /** Calls an endpoint. The reply is validated against the contract. @throws Failure */
  call<T>(endpoint: Answering<T>, input?: Input): Promise<T>;
  /**
   * Passes on the events of the team until it is aborted, and a `resync` whenever some may have
   * been missed.
   */
  follow(onEvent: (event: AgentLiveEvent) => void, signal: AbortSignal): Promise<void>;
  /** Returns the address of a path of the API, such as that of a file. */
  addressOf(path: string): string;
}

/** Milliseconds before a stream that ended is reopened. */
const reopenDelayMs = 2_000;

/**
 * Creates the API client of the server that serves the desk, for an agent. `onRejected`: called
 * when the key is no longer accepted.
 */
export function createApi(
  key: string,
  { base, streamPath, onRejected }: { base: URL; streamPath: string; onRejected: () => void },
): Api {
  const authorization = { Authorization: `Bearer ${key}` };
  const addressOf = (path: string) => new URL(path, base).href;

  async function call<T>(
    endpoint: Answering<T>,
    { params = {}, query = {}, body, file, idempotencyKey = crypto.randomUUID() }: Input = {},
  ): Promise<T> {
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const url = new URL(path, base);
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) url.searchParams.set(name, value);
    }
    const response = await fetch(url, {
      method: endpoint.method,
      headers: {
        ...authorization,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(file ? { [headers.fileName]: encodeURIComponent(file.name) } : {}),
        ...(endpoint.idempotent ? { [headers.idempotencyKey]: idempotencyKey } : {}),
      },
      body: file ?? (body === undefined ? null : JSON.stringify(body)),
    }).catch((cause: unknown) => {
      throw new Failure('We can’t reach the server. Your text is saved. Try again.', cause);
    });
    const envelope: unknown = await response.json().catch(() => undefined);
    if (!response.ok) {
      if (response.status === 401) onRejected();
      throw Failure.of(envelope);
    }
    const data = envelope !== null && typeof envelope === 'object' && 'data' in envelope;
    return endpoint.reply.parse(data ? envelope.data : undefined);
  }

  async function read(
    onEvent: (event: AgentLiveEvent) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const { body, status } = await fetch(addressOf(streamPath), { headers: authorization, signal });
    if (status === 401) onRejected();
    onEvent({ type: 'resync' });
    const push = createEventReader((data) => {
      const event = AgentLiveEvent.safeParse(parseJson(data));
      if (event.success) onEvent(event.data);
    });
    const reader = body?.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
      push(part.value);
    }
  }

  return {
    call,
    addressOf,
    async follow(onEvent, signal) {
      while (!signal.aborted) {
        // An unreachable server is retried until it is back.
        await read(onEvent, signal).catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, reopenDelayMs));
      }
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
