import type { Endpoint } from '../../ask/provider.ts';
import { IntegrationError } from '../../base/integrationError.ts';
import type { Fetch } from '../../base/outboundFetch.ts';
import { PermanentFailure } from '../../queue/worker.ts';
import type { Mail, Mailer } from './mailer.ts';

export interface OverHttp {
  /** Address of the provider's API, if not the default. */
  baseUrl?: string | undefined;
  /** Default 20 seconds. */
  timeoutMs?: number | undefined;
  fetch?: Fetch | undefined;
}

/** HTTP statuses of permanent failures. */
const final: readonly unknown[] = [400, 413, 422];

/** Creates a mailer that sends each mail with one request. `hand` throws IntegrationError. */
export function createHttpMailer(
  { baseUrl, timeoutMs = 20_000, fetch: reachBy = fetch }: OverHttp & { baseUrl: string },
  hand: (endpoint: Endpoint, mail: Mail) => Promise<unknown>,
): Mailer {
  return {
    async send(mail) {
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        await hand({ baseUrl: baseUrl.replace(/\/+$/, ''), fetch: reachBy, signal }, mail);
      } catch (error) {
        const isFinal = error instanceof IntegrationError && final.includes(error.details.status);
        throw isFinal ? new PermanentFailure(error) : error;
      }
    },
    close() {
      // There is no connection to close.
    },
  };
}
