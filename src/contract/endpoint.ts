import type * as z from 'zod/mini';

/** Names of request headers for client and server. */
export const headers = {
  /**
   * Random id of an anonymous visitor, at least 128 bits. Whoever knows it can see that visitor's
   * requests.
   */
  visitor: 'X-Visitor-Id',
  /** JWT of the host's backend that identifies the visitor. It replaces the random id. */
  identity: 'X-Visitor-Token',
  /** One value per write, equal in all its retries. */
  idempotencyKey: 'Idempotency-Key',
  /** Number that proves work for a write, if the account demands it. */
  proof: 'X-Proof-Of-Work',
  requestId: 'X-Request-Id',
  /** Percent-encoded name of an uploaded file. */
  fileName: 'X-File-Name',
} as const;

/** Status of a response that demands a proof of work (RFC 6585). */
export const proofRequired = 428;

/** Format of visitor ids and idempotency keys: 22 (128 bits) to 64 base64url characters. */
export const opaqueId = /^[A-Za-z0-9_-]{22,64}$/;

/**
 * One endpoint of the API.
 * - `path`: relative to the base URL, with `{name}` for parameters
 * - `access`: `key` needs a publishable key; `guest` also accepts the visitor's signed identity;
 * `visitor` needs a visitor's id or identity; `agent` needs a secret key or an agent's session;
 * `secret` needs a secret key; `admin` needs the session of an admin agent or the operator's token;
 * `operator` needs the operator's token
 * - `role`: the role that agents need
 * - `idempotent`: a write with an Idempotency-Key
 * - `proof`: an account can demand a proof of work
 * - `readOnly`: changes nothing, although it is not a GET
 * - `cacheFor`: seconds that a client can cache a response; a stale response can be shown while it
 * is reloaded
 * - `etag`: the reply has an ETag, and `If-None-Match` with it is answered with 304
 * - `beacon`: for `sendBeacon` on page unload: without headers, the body is text that contains key
 * and visitor
 * - `bodyBytes`: maximum bytes of its JSON body. Default `limits.body`
 * - `upload`: the body is the content of a file, with its name in `X-File-Name`
 */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  access: 'key' | 'guest' | 'visitor' | 'agent' | 'secret' | 'admin' | 'operator';
  role?: 'admin';
  idempotent?: true;
  proof?: true;
  readOnly?: true;
  bodyBytes?: number;
  upload?: true;
  cacheFor?: number;
  etag?: true;
  beacon?: true;
  query?: z.ZodMiniType;
  body?: z.ZodMiniType;
  reply: z.ZodMiniType;
}

type NamesIn<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** The path parameters of an endpoint, such as `{ id: string }` for `support/tickets/{id}`. */
export type PathParams<E extends Endpoint> = { [Name in NamesIn<E['path']>]: string };

export type Reply<E extends Endpoint> = z.infer<E['reply']>;
export type Body<E extends Endpoint> = E['body'] extends z.ZodMiniType
  ? z.infer<E['body']>
  : undefined;
export type Query<E extends Endpoint> = E['query'] extends z.ZodMiniType
  ? z.infer<E['query']>
  : undefined;

/** The input of a call: path parameters, query and body, if the endpoint has them. */
export type Input<E extends Endpoint> = ([NamesIn<E['path']>] extends [never]
  ? unknown
  : { params: PathParams<E> }) &
  (E['query'] extends z.ZodMiniType ? { query?: z.input<E['query']> } : unknown) &
  (E['body'] extends z.ZodMiniType ? { body: z.input<E['body']> } : unknown) &
  (E extends { idempotent: true } ? { idempotencyKey: string } : unknown) &
  (E extends { upload: true } ? Upload : unknown);

/** A file being uploaded. `onProgress` receives the number of bytes sent. */
export interface Upload {
  file: Blob;
  name: string;
  onProgress?: (sent: number) => void;
}
