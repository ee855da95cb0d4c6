import type {
  Report,
  ReportBacklog,
  ReportDeflection,
  ReportMeasures,
} from '../../src/contract/report.ts';
import { BacklogAge } from '../../src/contract/report.ts';
import { Priority } from '../../src/contract/ticket.ts';
import type { Backlog, DeflectionSums, RequestSums, Sums, SumsOf } from '../queries/report.ts';
import { agentRows } from './agentRows.ts';
import { divide, groupBy, sumOf } from './sums.ts';

interface Figures {
  days: readonly string[];
  time_zone: string;
  requests: readonly RequestSums[];
  deflections: readonly DeflectionSums[];
  backlog: Backlog | undefined;
  /** Names of agents by id. */
  agents: ReadonlyMap<string, string>;
}

/** Creates the report of the given days from the sums of each day. */
export function makeReport(figures: Figures): Report {
  const { days, time_zone, requests, deflections, backlog, agents } = figures;
  const byDay = ofKind(requests, 'day');
  const requestsOf = groupBy(byDay, ({ day }) => day);
  const deflectionsOf = groupBy(deflections, ({ day }) => day);
  return {
    from: days[0] ?? '',
    to: days.at(-1) ?? '',
    time_zone,
    ...measure(byDay),
    ...deflect(deflections),
    days: days.map((date, index) => ({
      date,
      ...measure(requestsOf.get(index + 1) ?? []),
      ...deflect(deflectionsOf.get(index + 1) ?? []),
    })),
    channels: largestFirst(byDay, ({ routing_channel }) => routing_channel).map(
      ([routing_channel, measures]) => ({ routing_channel, ...measures }),
    ),
    categories: largestFirst(byDay, ({ request_category }) => request_category).map(
      ([request_category, measures]) => ({ request_category, ...measures }),
    ),
    priorities: prioritiesOf(ofKind(requests, 'priority')),
    tiers: largestFirst(ofKind(requests, 'tier'), ({ customer_tier }) => customer_tier).map(
      ([customer_tier, measures]) => ({ customer_tier, ...measures }),
    ),
    agents: agentRows(ofKind(requests, 'answered'), ofKind(requests, 'resolved'), agents),
    hours: ofKind(requests, 'hour')
      .sort((a, b) => a.week_hour - b.week_hour)
      .map(({ week_hour, requests: total_requests }) => ({
        weekday: Math.floor(week_hour / 24) + 1,
        hour: week_hour % 24,
        total_requests,
      })),
    backlog: backlogOf(backlog),
  };
}

function ofKind<Kind extends RequestSums['kind']>(
  sums: readonly RequestSums[],
  kind: Kind,
): SumsOf<Kind>[] {
  return sums.filter((one): one is SumsOf<Kind> => one.kind === kind);
}

function prioritiesOf(sums: readonly SumsOf<'priority'>[]): Report['priorities'] {
  return Priority.options.toReversed().flatMap((request_priority) => {
    const found = sums.filter((one) => one.request_priority === request_priority);
    return found.length === 0 ? [] : [{ request_priority, ...measure(found) }];
  });
}

function backlogOf(backlog: Backlog | undefined): ReportBacklog {
  const ages = BacklogAge.options.map((age) => ({ age, open: backlog?.[age] ?? 0 }));
  return {
    open: ages.reduce((total, { open }) => total + open, 0),
    ages,
    oldest_at: backlog?.oldest_at?.toISOString() ?? null,
  };
}

function measure(sums: readonly Sums[]): ReportMeasures {
  const sum = sumOf(sums);
  const [resolved, answered, rated] = [sum('resolved'), sum('answered'), sum('rated')];
  const [satisfied, sla_met, sla_breached] = [
    sum('satisfied'),
    sum('sla_met'),
    sum('sla_breached'),
  ];
  const [resolved_ever, reopened] = [sum('resolved_ever'), sum('reopened')];
  const first_contact = sum('first_contact');
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
    resolved_ever,
    reopened,
    reopen_rate: divide(reopened, resolved_ever),
    first_contact,
    first_contact_rate: divide(first_contact, resolved),
  };
}

function deflect(sums: readonly DeflectionSums[]): ReportDeflection {
  const sum = sumOf(sums);
  const deflected = sum('deflected');
  const decided = deflected + sum('not_deflected');
  const deflection_rate = divide(deflected, decided);
  return { deflected, decided, pending: sum('pending'), deflection_rate };
}

function largestFirst<Row extends Sums, Key extends string | null>(
  rows: readonly Row[],
  keyOf: (row: Row) => Key,
): [Key, ReportMeasures][] {
  return [...groupBy(rows, keyOf)]
    .map(([key, group]): [Key, ReportMeasures] => [key, measure(group)])
    .sort(
      ([one, a], [other, b]) =>
        b.total_requests - a.total_requests || (one ?? '').localeCompare(other ?? ''),
    );
}
