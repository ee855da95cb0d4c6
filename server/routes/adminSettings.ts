import type { Transaction } from 'kysely';
import { keyof } from 'zod/mini';
import {
  AccountSettings,
  getAccountSettings,
  updateAccountSettings,
} from '../../src/contract/adminSettings.ts';
import type { Routing } from '../../src/contract/routing.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isIdentityKey } from '../base/identity.ts';
import type { Schema } from '../db/schema.ts';
import { noInput, route } from '../http/route.ts';
import { changeSettings, claimDomain, readStoredSettings } from '../queries/accountSettings.ts';
import { listStoredAgents } from '../queries/managedAgents.ts';
import { changeSummary, findSummary } from '../queries/summaries.ts';
import { checkZone } from './settings.ts';

async function readSettings(trx: Transaction<Schema>): Promise<AccountSettings> {
  return { ...(await readStoredSettings(trx)), daily_summary: await findSummary(trx) };
}

export const getAccountSettingsRoute = route({ ...noInput, ...getAccountSettings }, ({ trx }) =>
  readSettings(trx),
);

export const updateAccountSettingsRoute = route(
  { ...noInput, ...updateAccountSettings },
  async ({ trx, body, note }) => {
    const { daily_summary: summary, ...change } = body;
    checkZone('business_hours', change.business_hours);
    checkZone('daily_summary', summary);
    if (change.routing !== undefined) await checkRouting(trx, change.routing);
    if (change.identity_keys !== undefined) await checkIdentityKeys(change.identity_keys);
    await checkDomain(trx, change.inbound_domain);
    const before = await readSettings(trx);
    await changeSettings(trx, change);
    if (summary !== undefined) await changeSummary(trx, summary);
    const after = await readSettings(trx);
    const changed = keyof(AccountSettings).options.filter((name) => body[name] !== undefined);
    const pick = (from: AccountSettings) =>
      Object.fromEntries(changed.map((name) => [name, from[name]]));
    note({ before: pick(before), after: pick(after) });
    return after;
  },
);

/** @throws ValidationError, which does not contain the key: it may be a private one */
async function checkIdentityKeys(keys: AccountSettings['identity_keys']): Promise<void> {
  const areUsable = await Promise.all(keys.map(isIdentityKey));
  const message =
    'Must be a public Ed25519 key as JWK, {"kty":"OKP","crv":"Ed25519","x":"…"}, without "d".';
  const details = areUsable.flatMap((isUsable, index) =>
    isUsable ? [] : [{ field: `identity_keys.${index}`, message }],
  );
  if (details.length > 0) throw apiErrors.invalid(details);
}

/** @throws ValidationError for a domain of another account, because its mails would arrive here */
async function checkDomain(
  trx: Transaction<Schema>,
  domain: string | null | undefined,
): Promise<void> {
  if (domain === undefined || (await claimDomain(trx, domain))) return;
  const message = 'Is the domain of another account. Each account needs one of its own.';
  throw apiErrors.invalid([{ field: 'inbound_domain', message }]);
}

/**
 * @throws ValidationError if a time zone is unknown, or an assignee is not an agent who can sign in
 */
async function checkRouting(trx: Transaction<Schema>, { queues, rules }: Routing): Promise<void> {
  for (const [index, { business_hours }] of queues.entries()) {
    checkZone(`routing.queues.${index}.business_hours`, business_hours);
  }
  const agents = await listStoredAgents(trx);
  const isAgent = (agentId: string) =>
    agents.some(({ id, disabled_at }) => id === agentId && disabled_at === null);
  const details = rules.flatMap(({ assignee }, index) =>
    assignee === undefined || isAgent(assignee)
      ? []
      : [{ field: `routing.rules.${index}.assignee`, message: 'Must be the id of an agent.' }],
  );
  if (details.length > 0) throw apiErrors.invalid(details);
}
