/** The grants of the low role on a table, and its RLS policies. */
export interface TableAccess {
  grant: string;
  policies: Record<string, string>;
}

/** Forces row level security on a table of the schema. */
export function restrictAccess(table: string, { grant, policies }: TableAccess): string {
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
