import * as z from 'zod/mini';
import type { MailOutcome } from '../db/outcome.ts';
import type { MailWithFiles } from './inboundMail.ts';

/** An event request of a provider. `url`: as the provider addressed it. `now`: milliseconds. */
export interface InboundRequest {
  method: string;
  url: string;
  headers: Headers;
  body: Buffer;
  now: number;
}

export interface InboundEvent {
  /** The provider's own id: a delivery that is repeated repeats it. */
  id: string;
  type: string;
  payload: unknown;
  /** Also accepted once only. */
  nonce?: string;
  /** Its report about one of our mails. */
  mail?: MailOutcome | undefined;
  /** An incoming mail. */
  received?: MailWithFiles;
}

/** Missing, wrong or expired signature, or events. `answer` replaces the usual response. */
export type Received =
  | 'missing'
  | 'invalid'
  | {
      events: InboundEvent[];
      /** The response that acknowledges the events, also for a repeated delivery. */
      acknowledge?: { type: string; body: string };
      answer?: unknown;
    };

export interface Inbound {
  /** Reads a request and believes only what is signed. */
  receive(credentials: unknown, request: InboundRequest): Promise<Received>;
  /** Types of events by which the access is taken back. */
  revoking: readonly string[];
}

/** `credentials`: those of the provider that the signature needs. */
export function defineInbound<Credentials>(
  credentials: z.ZodMiniType<Credentials>,
  receive: (credentials: Credentials, request: InboundRequest) => Received | Promise<Received>,
  { revoking = [] }: { revoking?: readonly string[] } = {},
): Inbound {
  return {
    revoking,
    async receive(given, request) {
      const known = z.safeParse(credentials, given);
      return known.success ? receive(known.data, request) : 'invalid';
    },
  };
}
