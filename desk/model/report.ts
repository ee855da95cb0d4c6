import type { Report, ReportMeasures } from '../../src/contract/report.ts';
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
  /** The value of the previous period, such as `was 12`. */
  before: string;
}

const missing = '–';
const count = (value: number) => value.toLocaleString('en');
const share = (value: number | null) =>
  value === null ? missing : `${(value * 100).toFixed(0)} %`;

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
  { name: 'Escalated', of: ({ escalated }) => count(escalated) },
  { name: 'Answered by articles', of: ({ deflection_rate }) => share(deflection_rate) },
];

/** Returns the figures of a period with those of the previous period. */
export function figuresOf(report: Report, before: Report): Figure[] {
  return figures.map(({ name, of }) => ({ name, value: of(report), before: `was ${of(before)}` }));
}

/** Returns the columns of a table row: for a day, a channel or a category. */
export function columnsOf(measures: ReportMeasures): string[] {
  return [
    count(measures.total_requests),
    count(measures.resolved),
    spanInWords(measures.average_first_response_time),
    spanInWords(measures.average_resolution_time),
    share(measures.sla_compliance),
    share(measures.customer_satisfaction),
  ];
}

/** Names of those columns. */
export const columnNames = [
  'Requests',
  'Resolved',
  'First reply',
  'Resolution',
  'In time',
  'Rated 4 or 5',
] as const;
