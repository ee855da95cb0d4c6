import type { Report } from '../../src/contract/report.ts';

const columns = [
  'total_requests',
  'resolved',
  'average_resolution_time',
  'answered',
  'average_first_response_time',
  'rated',
  'satisfied',
  'customer_satisfaction',
  'sla_met',
  'sla_breached',
  'sla_compliance',
  'escalated',
  'deflected',
  'decided',
  'pending',
  'deflection_rate',
  'resolved_ever',
  'reopened',
  'reopen_rate',
  'first_contact',
  'first_contact_rate',
] as const;

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Returns a report as a table (RFC 4180) with a row for the total, and for each part of the report. */
export function reportCsv(report: Report): string {
  const { days, channels, categories, priorities, tiers, agents, hours, backlog } = report;
  const rows = [
    ['group', 'name', ...columns],
    rowOf('total', `${report.from} to ${report.to}`, report),
    ...days.map((day) => rowOf('day', day.date, day)),
    ...channels.map((one) => rowOf('channel', one.routing_channel, one)),
    ...categories.map((one) => rowOf('category', one.request_category, one)),
    ...priorities.map((one) => rowOf('priority', one.request_priority, one)),
    ...tiers.map((one) => rowOf('tier', one.customer_tier ?? '', one)),
    ...agents.map((one) => rowOf('agent', one.agent?.name ?? '', one)),
    ...hours.map((one) => rowOf('hour', hourName(one), one)),
    ...backlog.ages.map(({ age, open }) => rowOf('backlog', age, { total_requests: open })),
  ];
  return rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

type Figures = { readonly [Name in (typeof columns)[number]]?: number | null };

/** `Mon 09:00`. */
function hourName({ weekday, hour }: Report['hours'][number]): string {
  return `${weekdays[weekday - 1]} ${String(hour).padStart(2, '0')}:00`;
}

function rowOf(group: string, name: string, figures: Figures): string[] {
  return [group, name, ...columns.map((column) => String(figures[column] ?? ''))];
}

/**
 * Escapes cells that spreadsheets would run as formulas, because a stranger may have chosen the
 * name of a category.
 */
function quoted(cell: string): string {
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
