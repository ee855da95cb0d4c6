import type { Transaction } from 'kysely';
import { keyof } from 'zod/mini';
import { getSettings, Settings, updateSettings } from '../../src/contract/settings.ts';
import { isTimeZone } from '../../src/contract/zone.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Schema } from '../db/schema.ts';
import { enter } from '../db/scope.ts';
import { noInput, route } from '../http/route.ts';
import { changeSummary, findSummary } from '../queries/summaries.ts';
import { changeTenant, readTenant } from '../queries/tenants.ts';

async function readSettings(trx: Transaction<Schema>, tenantId: string): Promise<Settings> {
  await enter(trx, { actor: 'operator', tenantId });
  const { business_hours, first_response, email_channel } = await readTenant(trx);
  const daily_summary = await findSummary(trx);
  return { business_hours, first_response, daily_summary, email_channel };
}

export const getSettingsRoute = route(
  { ...noInput, ...getSettings },
  ({ trx, caller: { tenantId } }) => readSettings(trx, tenantId),
);

export const updateSettingsRoute = route(
  { ...noInput, ...updateSettings },
  async ({ trx, caller: { tenantId }, body, note }) => {
    const { business_hours: hours, first_response: target, daily_summary: summary } = body;
    checkZone('business_hours', hours);
    checkZone('daily_summary', summary);
    const before = await readSettings(trx, tenantId);
    await changeTenant(trx, {
      ...(hours !== undefined && { business_hours: hours && JSON.stringify(hours) }),
      ...(target !== undefined && { first_response: JSON.stringify(target) }),
      ...(body.email_channel !== undefined && { email_channel: body.email_channel }),
    });
    if (summary !== undefined) await changeSummary(trx, summary);
    const after = await readSettings(trx, tenantId);
    const changed = keyof(Settings).options.filter((name) => body[name] !== undefined);
    const pick = (from: Settings) => Object.fromEntries(changed.map((name) => [name, from[name]]));
    note({ before: pick(before), after: pick(after) });
    return after;
  },
);

/** @throws ValidationError if the time zone of a setting is unknown */
export function checkZone(name: string, setting: { time_zone: string } | null | undefined): void {
  if (!setting || isTimeZone(setting.time_zone)) return;
  const message = 'Must be a time zone like Europe/Madrid.';
  throw apiErrors.invalid([{ field: `${name}.time_zone`, message }]);
}
