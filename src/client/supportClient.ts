import type { Endpoint, Input, Reply, Upload } from '../contract/endpoint.ts';
import { endpoints } from '../contract/endpoints.ts';
import type { TrackedEvent } from '../contract/event.ts';
import { eventSending } from '../contract/eventSending.ts';
import type { lateEndpoints } from '../contract/lateEndpoints.ts';
import type { LiveEvent } from '../contract/live.ts';
import type { Api, GetToken } from '../core/ports.ts';
import { randomId } from '../core/randomId.ts';
import { ConfigurationError } from '../errors.ts';
import { createApi } from './api.ts';
import { createIdentity } from './identity.ts';
import { openLive } from './live.ts';
import { type ClientOptions, request } from './request.ts';
import { createResilience } from './resilience.ts';
import { withRetries } from './retry.ts';
import { upload } from './upload.ts';

export interface SupportClientOptions {
  /** Publishable key, `pk_…`. */
  apiKey: string;
  /** Base URL of the API: an address, or, in a browser, a path of this site. */
  baseUrl: string;
  /**
   * Random id of the visitor, 22 to 64 base64url characters. Whoever knows it can see that
   * visitor's requests, so store it as a secret. Default: a new one, which is lost with the client.
   */
  visitorId?: string;
  /** Returns the signed token of the visitor, which replaces the random id. */
  getToken?: GetToken;
  /** Timeout of a request in milliseconds. Default 30,000. */
  timeout?: number;
}

type Endpoints = Omit<typeof endpoints & typeof lateEndpoints, 'uploadAttachment'>;
/** Without an Idempotency-Key, each call is a separate write. Its retries are not. */
type CallInput<E extends Endpoint> = Omit<Input<E>, 'idempotencyKey'> & {
  idempotencyKey?: string;
};
type Call<E extends Endpoint> =
  Record<never, never> extends CallInput<E>
    ? (input?: CallInput<E>, signal?: AbortSignal) => Promise<Reply<E>>
    : (input: CallInput<E>, signal?: AbortSignal) => Promise<Reply<E>>;

/**
 * The backend's API, with one method for each endpoint of the contract. Errors that may be
 * temporary are retried up to three times in total. All methods reject with a `PenguinMailsError`,
 * or with the reason of an aborted signal.
 */
export type SupportClient = { [Name in keyof Endpoints]: Call<Endpoints[Name]> } & {
  /**
   * Requests an answer that a model writes from the articles, if the account has them. Each event
   * goes to `onEvent`. Resolves after the last one. It is not retried.
   */
  writeAnswer: Api['writeAnswer'];
  /** The id that this client uses for a visitor without a token. */
  readonly visitorId: string;
  /**
   * Uploads a file. Resolves to its id, for `attachments`. `onProgress` receives 0 to 1. Needs a
   * browser.
   */
  uploadAttachment(
    file: Upload & { idempotencyKey?: string },
    signal?: AbortSignal,
  ): Promise<string>;
  /** Stores events of the tracking plan, each once. Resolves to the number of new ones. */
  recordEvents(events: readonly TrackedEvent[]): Promise<{ stored: number }>;
  /**
   * Calls the listener when data of the visitor has changed and should be read again. Follows the
   * live stream while the page is visible. Returns a function that unsubscribes. Needs a browser.
   */
  subscribe(listener: (event: LiveEvent) => void): () => void;
  /** Aborts pending requests. Later calls reject. */
  destroy(): void;
};

/**
 * Creates the widget's client without the widget. It adds nothing to the page and stores nothing.
 * @throws ConfigurationError for a missing key or a wrong base URL
 */
export function createSupportClient(settings: SupportClientOptions): SupportClient {
  const { apiKey, visitorId = randomId(), getToken, timeout } = settings;
  if (!apiKey) throw new ConfigurationError('apiKey is missing. Give a publishable key.', 'apiKey');
  const life = new AbortController();
  const options: ClientOptions = {
    apiKey,
    baseUrl: readBaseUrl(settings.baseUrl),
    visitorId: () => visitorId,
    identity: getToken ? createIdentity(getToken) : null,
    ended: life.signal,
    ...(timeout !== undefined && { timeout }),
  };
  const resilience = createResilience();
  const api = createApi(options, resilience);
  const calls = Object.entries(api).map(([name, call]) => [name, withKey(name, call)]);
  const added: Omit<SupportClient, keyof Api> = {
    visitorId,
    uploadAttachment(
      { file, name, idempotencyKey: key = randomId(), onProgress = () => {} },
      signal,
    ) {
      const ending = signal ? AbortSignal.any([signal, life.signal]) : life.signal;
      const send = () => upload({ name, blob: file, key }, options, { onProgress, signal: ending });
      return withRetries(() => resilience.attempt(send), ending);
    },
    async recordEvents(events) {
      // Events are sent for the visitor, although the contract does not require one.
      const endpoint = { ...eventSending, access: 'visitor' as const };
      const send = () => request(endpoint, { body: { events } }, options);
      return eventSending.reply.parse(
        await withRetries(() => resilience.attempt(send), life.signal),
      );
    },
    subscribe(listener) {
      const stop = openLive(options, listener, 'visitor');
      life.signal.addEventListener('abort', stop);
      return stop;
    },
    destroy: () => life.abort(),
  };
  // Each name has the call of its own endpoint: see `createApi`.
  return Object.assign(Object.fromEntries(calls), added);
}

const byName: Readonly<Record<string, Endpoint>> = endpoints;

/** Returns a call of the API whose input, and the Idempotency-Key of a write, can be omitted. */
function withKey(name: string, call: (...settings: never[]) => unknown) {
  const isKeyed = byName[name]?.idempotent;
  return (input: object = {}, signal?: AbortSignal): unknown =>
    Reflect.apply(call, undefined, [
      isKeyed ? { idempotencyKey: randomId(), ...input } : input,
      signal,
    ]);
}

/** @throws ConfigurationError */
function readBaseUrl(settings: string): string {
  const page = globalThis.location?.href;
  const url = URL.canParse(settings, page) ? new URL(settings, page) : undefined;
  if (url && /^https?:$/.test(url.protocol)) return url.href.replace(/\/?$/, '/');
  throw new ConfigurationError(
    `baseUrl is ${JSON.stringify(settings)}. Give the http or https address of the API.`,
    'baseUrl',
  );
}
