import { addDays, dayIn, instantIn, isTimeZone } from '../../src/contract/zone.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Call } from '../http/route.ts';
import { readTenant } from '../queries/tenants.ts';

const defaultDays = 30;
const maxDays = 1_100;

interface PeriodQuery {
  from?: string | undefined;
  to?: string | undefined;
  tz?: string | undefined;
}

/** Days of a report. `bounds`: their beginnings, and the end of the last one. */
export interface Period {
  days: string[];
  time_zone: string;
  bounds: Date[];
}

/** The period of a request. @throws ValidationError for an unknown zone, and days in the wrong order */
export async function readPeriod(
  trx: Call<unknown, unknown>['trx'],
  query: PeriodQuery,
): Promise<Period> {
  const { business_hours } = await readTenant(trx);
  const time_zone = query.tz ?? business_hours?.time_zone ?? 'UTC';
  if (!isTimeZone(time_zone)) {
    throw apiErrors.invalid([{ field: 'tz', message: 'Must be a time zone like Europe/Madrid.' }]);
  }
  const to = query.to ?? dayIn(time_zone, new Date());
  const days = daysOf(query.from ?? addDays(to, 1 - defaultDays), to);
  const bounds = [...days, addDays(to, 1)].map((day) => instantIn(time_zone, day));
  return { days, time_zone, bounds };
}

/** Both days and all between them. */
function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= maxDays; day = addDays(day, 1)) days.push(day);
  if (days.length > 0 && days.length <= maxDays) return days;
  const message = `Must not be before "from", nor more than ${maxDays} days after it.`;
  throw apiErrors.invalid([{ field: 'to', message }]);
}
