import { getSettings, updateSettings } from '../../src/contract/settings.ts';
import { enter } from '../db/scope.ts';
import { changeTenant, readTenant } from '../queries/tenants.ts';
import { refusals } from '../refusals.ts';
import { noInput, route } from '../route.ts';
import { isTimeZone } from '../zone.ts';

export const getSettingsRoute = route({ ...noInput, ...getSettings }, ({ trx }) => readTenant(trx));

export const updateSettingsRoute = route(
  { ...noInput, ...updateSettings },
  async ({ trx, caller: { tenantId }, body }) => {
    const { business_hours: hours, first_response: target } = body;
    if (hours && !isTimeZone(hours.time_zone)) {
      const message = 'Must be a time zone like Europe/Madrid.';
      throw refusals.invalid([{ field: 'business_hours.time_zone', message }]);
    }
    await enter(trx, { actor: 'operator', tenantId });
    await changeTenant(trx, {
      ...(hours !== undefined && { business_hours: hours && JSON.stringify(hours) }),
      ...(target !== undefined && { first_response: JSON.stringify(target) }),
    });
    return readTenant(trx);
  },
);
