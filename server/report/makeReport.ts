import type { Report, ReportDeflection, ReportMeasures } from '../../src/contract/report.ts';
import type { DeflectionSums, RequestSums } from '../queries/report.ts';

/** Creates the report of the given days from the sums of each day. */
export function makeReport(
  { days, time_zone }: { days: readonly string[]; time_zone: string },
  requests: readonly RequestSums[],
  deflections: readonly DeflectionSums[],
): Report {
  const requestsOf = groupBy(requests, ({ day }) => day);
  const deflectionsOf = groupBy(deflections, ({ day }) => day);
  return {
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    time_zone,
    ...measure(requests),
    ...deflect(deflections),
    days: days.map((date, index) => ({
      date,
      ...measure(requestsOf.get(index + 1) ?? []),
      ...deflect(deflectionsOf.get(index + 1) ?? []),
    })),
    channels: largestFirst(requests, ({ routing_channel }) => routing_channel).map(
      ([routing_channel, measures]) => ({ routing_channel, ...measures }),
    ),
    categories: largestFirst(requests, ({ request_category }) => request_category).map(
      ([request_category, measures]) => ({ request_category, ...measures }),
    ),
  };
}

function measure(sums: readonly RequestSums[]): ReportMeasures {
  const sum = (name: Exclude<keyof RequestSums, 'routing_channel' | 'request_category'>) =>
    sums.reduce((total, one) => total + one[name], 0);
  const [resolved, answered, rated] = [sum('resolved'), sum('answered'), sum('rated')];
  const [satisfied, sla_met, sla_breached] = [
    sum('satisfied'),
    sum('sla_met'),
    sum('sla_breached'),
  ];
  return {
    total_requests: sum('requests'),
    resolved,
    average_resolution_time: divide(sum('resolution_time'), resolved),
    answered,
    average_first_response_time: divide(sum('first_response_time'), answered),
    rated,
    satisfied,
    customer_satisfaction: divide(satisfied, rated),
    sla_met,
    sla_breached,
    sla_compliance: divide(sla_met, sla_met + sla_breached),
    escalated: sum('escalated'),
  };
}

function deflect(sums: readonly DeflectionSums[]): ReportDeflection {
  const sum = (name: 'deflected' | 'not_deflected' | 'pending') =>
    sums.reduce((total, one) => total + one[name], 0);
  const deflected = sum('deflected');
  const decided = deflected + sum('not_deflected');
  const deflection_rate = divide(deflected, decided);
  return { deflected, decided, pending: sum('pending'), deflection_rate };
}

function divide(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function groupBy<Row, Key>(rows: readonly Row[], keyOf: (row: Row) => Key): Map<Key, Row[]> {
  const groups = new Map<Key, Row[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}

function largestFirst<Key extends string>(
  rows: readonly RequestSums[],
  keyOf: (row: RequestSums) => Key,
): [Key, ReportMeasures][] {
  return [...groupBy(rows, keyOf)]
    .map(([key, group]): [Key, ReportMeasures] => [key, measure(group)])
    .sort(
      ([one, a], [other, b]) => b.total_requests - a.total_requests || one.localeCompare(other),
    );
}
