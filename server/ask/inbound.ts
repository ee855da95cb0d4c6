import * as z from 'zod/mini';
import type { MailOutcome } from '../db/outcome.ts';
import type { MailWithFiles } from './inboundMail.ts';

/**
 * A request with events of a provider. `url`: the address that the provider used. `now`:
 * milliseconds.
 */
export interface InboundRequest {
  method: string;
  url: string;
  headers: Headers;
  body: Buffer;
  now: number;
}

export interface InboundEvent {
  /** The provider's own id. A duplicate delivery has the same id. */
  id: string;
  type: string;
  payload: unknown;
  /** A second value that is only accepted once. */
  nonce?: string;
  /** The provider's report about one of our mails. */
  mail?: MailOutcome | undefined;
  /** An incoming mail. */
  received?: MailWithFiles;
  /** The id of the ticket in a help desk that changed. */
  ticket?: string;
}

/**
 * `missing`, `invalid`: the signature is missing, wrong or expired. Otherwise the events. `answer`
 * replaces the default response.
 */
export type Received =
  | 'missing'
  | 'invalid'
  | {
      events: InboundEvent[];
      /** The response that acknowledges the events, also for a duplicate delivery. */
      acknowledge?: { type: string; body: string };
      response?: unknown;
    };

export interface Inbound {
  /** Returns whether credentials contain what the signature needs. */
  accepts(credentials: unknown): boolean;
  /** Reads a request. Returns only signed data. */
  receive(credentials: unknown, request: InboundRequest): Promise<Received>;
  /** Types of events that report revoked access. */
  revoking: readonly string[];
}

/**
 * Defines how events of a provider are received. `credentials`: the credentials that the signature
 * needs.
 */
export function defineInbound<Credentials>(
  credentials: z.ZodMiniType<Credentials>,
  receive: (credentials: Credentials, request: InboundRequest) => Received | Promise<Received>,
  { revoking = [] }: { revoking?: readonly string[] } = {},
): Inbound {
  return {
    revoking,
    accepts: (values) => z.safeParse(credentials, values).success,
    async receive(values, request) {
      const known = z.safeParse(credentials, values);
      return known.success ? receive(known.data, request) : 'invalid';
    },
  };
}
