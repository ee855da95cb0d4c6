import type { Transaction } from 'kysely';
import * as z from 'zod/mini';
import type { KeyMode } from '../../src/contract/role.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Vault } from '../base/vault.ts';
import type { Schema } from '../db/schema.ts';
import { findProvider } from '../providers/index.ts';
import { retryDeskJobs } from '../queries/externalTickets.ts';
import { chooseHelpDesk, findHelpDesk, releaseHelpDesk } from '../queries/helpDesks.ts';
import { readSecrets } from '../queries/integrations.ts';
import { placeOf } from './credentials.ts';

/** Seconds between two requests for changes, with and without a webhook. */
const everySeconds = { webhook: 3_600, polling: 60 };

const Credentials = z.record(z.string(), z.string());

interface SavedDesk {
  tenantId: string;
  integrationId: string;
  mode: KeyMode;
  provider: string;
  /** Null: the account's own integration. */
  organizationId: string | null;
  /** Undefined: the choice does not change. */
  isRequested: boolean | undefined;
  /** New credentials were stored. */
  hasNewCredentials: boolean;
}

/**
 * Chooses or releases an integration as the help desk, after it was saved. With new credentials,
 * the requests that could not be sent are sent again.
 * @throws ValidationError `help_desk` if it cannot be one
 */
export async function saveHelpDesk(
  trx: Transaction<Schema>,
  vault: Vault | undefined,
  saved: SavedDesk,
): Promise<void> {
  const { tenantId, integrationId, mode, provider, organizationId, hasNewCredentials } = saved;
  const isDesk = findProvider(provider)?.desk !== undefined;
  if (isDesk && hasNewCredentials) await retryDeskJobs(trx);
  if (saved.isRequested === false) await releaseHelpDesk(trx, integrationId);
  const isChosen = isDesk && (await findHelpDesk(trx, mode)) === integrationId;
  const isRequested = saved.isRequested ?? (isChosen && hasNewCredentials);
  if (!isRequested) return;
  if (!isDesk) throw invalid('This provider cannot be the help desk.');
  if (organizationId !== null) throw invalid('Must be an integration of the account itself.');
  const credentials = await readStored();
  if (credentials === undefined) throw invalid('Needs credentials. Send them as well.');
  const hasWebhook = findProvider(provider)?.inbound?.accepts(credentials) === true;
  const every = hasWebhook ? everySeconds.webhook : everySeconds.polling;
  await chooseHelpDesk(trx, { mode, integration_id: integrationId, every_seconds: every });

  async function readStored() {
    const secrets = await readSecrets(trx, integrationId);
    const found = secrets.find(({ kind }) => kind === 'credentials');
    if (found === undefined || vault === undefined) return undefined;
    const text = vault.open(found.sealed, placeOf({ tenantId, integrationId }, found.kind));
    return z.parse(Credentials, JSON.parse(text));
  }
}

function invalid(message: string): Error {
  return apiErrors.invalid([{ field: 'help_desk', message }]);
}
