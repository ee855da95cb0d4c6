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
] as const;

/**
 * Returns a report as a table (RFC 4180) with a row for the total, and for each day, channel and
 * category.
 */
export function reportCsv(report: Report): string {
  const { days, channels, categories } = report;
  const rows = [
    ['group', 'name', ...columns],
    rowOf('total', `${report.from} to ${report.to}`, report),
    ...days.map((day) => rowOf('day', day.date, day)),
    ...channels.map((one) => rowOf('channel', one.routing_channel, one)),
    ...categories.map((one) => rowOf('category', one.request_category, one)),
  ];
  return rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('');
}

type Figures = { readonly [Name in (typeof columns)[number]]?: number | null };

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
