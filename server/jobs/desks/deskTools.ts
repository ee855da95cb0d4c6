import type { Kysely } from 'kysely';
import type { Desk } from '../../ask/desk.ts';
import type { Attachments } from '../../attachments/attachments.ts';
import { IntegrationError } from '../../base/integrationError.ts';
import type { Fetch } from '../../base/outboundFetch.ts';
import type { ReadCredentials } from '../../connections/credentials.ts';
import type { Schema } from '../../db/schema.ts';
import { findProvider } from '../../providers/index.ts';
import type { StoredIntegration } from '../../queries/integrations.ts';

export interface DeskTools {
  db: Kysely<Schema>;
  attachments: Pick<Attachments, 'store' | 'incoming' | 'links'>;
  readCredentials: ReadCredentials;
  fetch: Fetch;
  /** Time for one operation, which can be several requests and files. Default 1 minute. */
  timeoutMs?: number | undefined;
}

/** A page of a conversation has up to 100 messages, each several times: as text and as HTML. */
const maxResponseLength = 32_000_000;

/** Opens the help desk for one operation. Each operation has its own time limit. */
export type OpenDesk = () => Desk;

/** Returns undefined if the integration is no help desk. Without credentials, each use fails. */
export async function deskOf(
  { readCredentials, fetch, timeoutMs = 60_000 }: DeskTools,
  tenantId: string,
  integration: StoredIntegration,
): Promise<OpenDesk | undefined> {
  const open = findProvider(integration.provider)?.desk;
  if (open === undefined) return undefined;
  const place = { tenantId, integrationId: integration.id };
  const credentials = await readCredentials(integration, place);
  if (credentials === undefined) {
    return () => {
      throw new IntegrationError('authentication_error', 'The integration has no credentials.');
    };
  }
  const endpoint = { baseUrl: integration.base_url ?? undefined, fetch, maxResponseLength };
  return () => open(credentials, { ...endpoint, signal: AbortSignal.timeout(timeoutMs) });
}
