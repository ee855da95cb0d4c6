import type { Report, ReportAgent, ReportMeasures } from '../../src/contract/report.ts';
import { addDays } from '../../src/contract/zone.ts';

/** The days of a report. `from` and `to` are included. */
export interface Period {
  from: string;
  to: string;
}

const dayMs = 86_400_000;

/** Returns the previous period of the same length. */
export function periodBefore({ from, to }: Period): Period {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

/** Returns the period of `days` days that ends on a day. */
export const lastDays = (to: string, days: number): Period => ({ from: addDays(to, 1 - days), to });

export interface Figure {
  name: string;
  value: string;
  /** The value of the previous period, such as `was 12`, or a sentence without a value. */
  before: string;
}

const missing = '–';
const count = (value: number) => value.toLocaleString('en');
const share = (value: number | null) =>
  value === null ? missing : value.toLocaleString('en', { style: 'percent' });

/** Formats seconds, such as `4.2 hr` or `3 days`. */
export function spanInWords(seconds: number | null): string {
  if (seconds === null) return missing;
  const [value, unit] =
    seconds < 5_400
      ? [seconds / 60, 'minute']
      : seconds < 172_800
        ? [seconds / 3_600, 'hour']
        : [seconds / 86_400, 'day'];
  return value.toLocaleString('en', {
    style: 'unit',
    unit: String(unit),
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  });
}

const figures: readonly { name: string; of: (report: Report) => string }[] = [
  { name: 'Requests', of: ({ total_requests }) => count(total_requests) },
  { name: 'Resolved', of: ({ resolved }) => count(resolved) },
  { name: 'Time to the first reply', of: (r) => spanInWords(r.average_first_response_time) },
  { name: 'Time to resolve', of: (r) => spanInWords(r.average_resolution_time) },
  { name: 'First replies in time', of: ({ sla_compliance }) => share(sla_compliance) },
  { name: 'Rated 4 or 5', of: ({ customer_satisfaction }) => share(customer_satisfaction) },
  { name: 'Solved with one reply', of: ({ first_contact_rate }) => share(first_contact_rate) },
  { name: 'Reopened', of: ({ reopen_rate }) => share(reopen_rate) },
  { name: 'Escalated', of: ({ escalated }) => count(escalated) },
  { name: 'Answered by articles', of: ({ deflection_rate }) => share(deflection_rate) },
];

/** Returns the figures of a period with those of the previous period. */
export function figuresOf(report: Report, before: Report): Figure[] {
  return figures.map(({ name, of }) => {
    const earlier = of(before);
    return {
      name,
      value: of(report),
      before: earlier === missing ? 'no earlier figure' : `was ${earlier}`,
    };
  });
}

/** The columns of a table row: for a day, a channel or a category. */
export const columnNames = [
  'Requests',
  'Resolved',
  'First reply',
  'Resolution',
  'In time',
  'Rated 4 or 5',
  'One reply',
  'Reopened',
] as const;

export function columnsOf(measures: ReportMeasures): Record<(typeof columnNames)[number], string> {
  return {
    Requests: count(measures.total_requests),
    Resolved: count(measures.resolved),
    'First reply': spanInWords(measures.average_first_response_time),
    Resolution: spanInWords(measures.average_resolution_time),
    'In time': share(measures.sla_compliance),
    'Rated 4 or 5': share(measures.customer_satisfaction),
    'One reply': share(measures.first_contact_rate),
    Reopened: share(measures.reopen_rate),
  };
}

/** The columns of a row of the table of agents. */
export const agentColumnNames = [
  'First replies',
  'First reply',
  'In time',
  'Resolved',
  'Resolution',
  'With one reply',
  'Rated 4 or 5',
] as const;

export function agentColumnsOf(
  row: ReportAgent,
): Record<(typeof agentColumnNames)[number], string> {
  return {
    'First replies': count(row.answered),
    'First reply': spanInWords(row.average_first_response_time),
    'In time': share(row.sla_compliance),
    Resolved: count(row.resolved),
    Resolution: spanInWords(row.average_resolution_time),
    'With one reply': count(row.first_contact),
    'Rated 4 or 5': share(row.customer_satisfaction),
  };
}
