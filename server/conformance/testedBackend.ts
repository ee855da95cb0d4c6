import { randomBytes } from 'node:crypto';
import { type Endpoint, headers } from '../../src/contract/endpoint.ts';
import { createTicket, type Ticket } from '../../src/contract/ticket.ts';
import { type BackendResponse, dataOf } from './answer.ts';
import { NotChecked } from './check.ts';

/** What a run needs to know about the backend. */
export interface ConformanceOptions {
  /** Base URL of the API, ending in a slash. */
  url: string;
  /** Publishable key. */
  key: string;
  /** Secret key of the same account and mode. */
  secret?: string | undefined;
  /** Publishable key of another account of the same backend. */
  otherKey?: string | undefined;
  /** An origin that the publishable key allows. */
  origin?: string | undefined;
  /** HS256 secret with which the account's host signs its visitors. */
  identitySecret?: string | undefined;
  /** Address by which the backend can reach `receiverPort` of this machine. */
  receiver?: string | undefined;
  /** Port for receiving webhooks. Default: a free port. */
  receiverPort?: number | undefined;
  /** Milliseconds after which a response, event or webhook counts as missing. Default 15,000. */
  timeoutMs?: number | undefined;
}

/** The sender of a request. `visitor`: a random id; `token`: a signed identity. */
export interface Sender {
  key?: string | null;
  visitor?: string;
  token?: string;
}

export interface CallInput {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  /** Body, sent as JSON. A text or a Blob is sent unchanged. */
  body?: unknown;
  headers?: Readonly<Record<string, string>>;
  /** Null sends no key. Default: a new key. */
  idempotencyKey?: string | null;
}

/** A backend under test, over HTTP. */
export class TestedBackend {
  readonly options: ConformanceOptions;
  readonly timeoutMs: number;

  constructor(options: ConformanceOptions) {
    this.options = options;
    this.timeoutMs = options.timeoutMs ?? 15_000;
  }

  /** Returns the secret key. @throws NotChecked if the run has none */
  get secret(): string {
    return this.option('secret', '--secret');
  }

  /** @throws NotChecked if the option is missing */
  option(name: 'secret' | 'otherKey' | 'origin' | 'identitySecret', flag: string): string {
    const value = this.options[name];
    if (value === undefined) throw new NotChecked(`Give ${flag} to check it.`);
    return value;
  }

  /**
   * Sends one request to an endpoint of the contract. It is valid unless `input` makes it invalid.
   */
  call(endpoint: Endpoint, sender: Sender = {}, input: CallInput = {}): Promise<BackendResponse> {
    const { params = {}, query = {}, body, idempotencyKey = newId() } = input;
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_whole, name: string) =>
      encodeURIComponent(params[name] ?? ''),
    );
    const search = new URLSearchParams(query).toString();
    const isRaw = typeof body === 'string' || body instanceof Blob;
    return this.fetch(path + (search && `?${search}`), {
      method: endpoint.method,
      headers: {
        ...this.headersOf(sender),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(endpoint.idempotent && idempotencyKey !== null
          ? { [headers.idempotencyKey]: idempotencyKey }
          : {}),
        ...input.headers,
      },
      ...(body === undefined ? {} : { body: isRaw ? body : JSON.stringify(body) }),
    });
  }

  /** Sends a request to a path below the base URL. */
  async fetch(path: string, init: RequestInit = {}): Promise<BackendResponse> {
    const signal = AbortSignal.timeout(this.timeoutMs);
    const response = await fetch(new URL(path, this.options.url), { ...init, signal });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: parseJson(text) };
  }

  headersOf({ key = this.options.key, visitor, token }: Sender): Record<string, string> {
    return {
      ...(key === null ? {} : { Authorization: `Bearer ${key}` }),
      ...(visitor === undefined ? {} : { [headers.visitor]: visitor }),
      ...(token === undefined ? {} : { [headers.identity]: token }),
    };
  }

  /** Creates a request of the sender. @throws Mismatch if that fails */
  async createTicket(sender: Sender, subject = draft.subject): Promise<Ticket> {
    return dataOf(
      createTicket,
      await this.call(createTicket, sender, { body: { ...draft, subject } }),
    );
  }
}

/** A request with only the required fields. */
export const draft = {
  subject: 'Conformance check',
  description: 'Sent by the conformance suite. It can be deleted.',
  email: 'conformance@example.com',
  category: 'technical',
};

/** Returns a visitor id or an idempotency key with 24 characters. */
export const newId = () => randomBytes(18).toString('base64url');

export const newVisitor = () => ({ visitor: newId() });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // no schema accepts it
  }
}
