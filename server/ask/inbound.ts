import * as z from 'zod/mini';
import type { MailOutcome } from '../db/outcome.ts';
import type { MailWithFiles } from './inboundMail.ts';

/** What a provider has sent. `url`: as it addressed it. `now`: milliseconds. */
export interface InboundRequest {
  method: string;
  url: string;
  headers: Headers;
  body: Buffer;
  now: number;
}

export interface InboundEvent {
  /** The provider's own: what comes twice has it twice. */
  id: string;
  type: string;
  payload: unknown;
  /** Good once, besides. */
  nonce?: string;
  /** What it says of a mail of ours. */
  mail?: MailOutcome | undefined;
  /** A mail that has come in. */
  received?: MailWithFiles;
}

/** No signature, a wrong or old one, or events. `answer` stands in for the usual one. */
export type Received =
  | 'missing'
  | 'invalid'
  | {
      events: InboundEvent[];
      /** What the provider must read to know that they have come, also a second time. */
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
