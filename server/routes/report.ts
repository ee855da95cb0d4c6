import { getReport, Report } from '../../src/contract/report.ts';
import { noInput, route, withTable } from '../http/route.ts';
import { namesOfAgents } from '../queries/agents.ts';
import { countBacklog, sumDeflections, sumRequests } from '../queries/report.ts';
import { makeReport } from '../report/makeReport.ts';
import { offsetsOf } from '../report/offsets.ts';
import { reportCsv } from '../report/reportCsv.ts';
import { readPeriod } from './period.ts';

export const reportRoute = withTable(
  route({ ...noInput, ...getReport }, async ({ trx, query }) => {
    const { days, time_zone, bounds } = await readPeriod(trx, query);
    return makeReport({
      days,
      time_zone,
      requests: await sumRequests(trx, bounds, offsetsOf(time_zone, bounds)),
      deflections: await sumDeflections(trx, bounds),
      backlog: await countBacklog(trx),
      agents: await namesOfAgents(trx),
    });
  }),
  Report,
  reportCsv,
);
