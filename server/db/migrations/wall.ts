import type { TableAccess } from './0001_access.ts';

/** SQL that puts row level security on a table, forced on its owner too, and lets the low role through it. */
export function wall([table, { grant, policies }]: [string, TableAccess]): string {
  const name = `support.${table}`;
  return [
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `grant ${grant} on ${name} to support_app`,
    ...Object.entries(policies).map(
      ([policy, rule]) => `create policy ${policy} on ${name} ${rule}`,
    ),
  ].join(';\n');
}
