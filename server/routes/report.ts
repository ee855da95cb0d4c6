import { getReport, Report } from '../../src/contract/report.ts';
import { addDays, dayIn, instantIn, isTimeZone } from '../../src/contract/zone.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { noInput, route, withTable } from '../http/route.ts';
import { sumDeflections, sumRequests } from '../queries/report.ts';
import { readTenant } from '../queries/tenants.ts';
import { makeReport } from '../report/makeReport.ts';
import { reportCsv } from '../report/reportCsv.ts';

const defaultDays = 30;
const mostDays = 1_100;

export const reportRoute = withTable(
  route({ ...noInput, ...getReport }, async ({ trx, query }) => {
    const { business_hours } = await readTenant(trx);
    const time_zone = query.tz ?? business_hours?.time_zone ?? 'UTC';
    if (!isTimeZone(time_zone)) {
      throw apiErrors.invalid([
        { field: 'tz', message: 'Must be a time zone like Europe/Madrid.' },
      ]);
    }
    const to = query.to ?? dayIn(time_zone, new Date());
    const from = query.from ?? addDays(to, 1 - defaultDays);
    const days = daysOf(from, to);
    const bounds = [...days, addDays(to, 1)].map((day) => instantIn(time_zone, day));
    const requests = await sumRequests(trx, bounds);
    return makeReport({ days, time_zone }, requests, await sumDeflections(trx, bounds));
  }),
  Report,
  reportCsv,
);

/** Returns all days from `from` to `to`, both included. */
function daysOf(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length <= mostDays; day = addDays(day, 1)) days.push(day);
  if (days.length > 0 && days.length <= mostDays) return days;
  const message = `Must not be before "from", nor more than ${mostDays} days after it.`;
  throw apiErrors.invalid([{ field: 'to', message }]);
}
