const setting = (name: string) => `nullif(current_setting('app.${name}', true), '')`;

/** The schema's functions that read settings of the transaction, as expressions. */
const expressions: Readonly<Record<string, string>> = {
  tenant: `(${setting('tenant_id')})::uuid`,
  actor: setting('actor'),
  visitor: setting('visitor'),
  key_hash: setting('key_hash'),
  claimant: setting('claimant'),
  mode: setting('mode'),
  organization: setting('organization_id'),
  reader: `(${setting('reader')})::jsonb`,
  shares_requests: `(exists (select from support.tenants
    where id = (${setting('tenant_id')})::uuid and share_requests = 'organization'))`,
};

/** Schema of the views that show a transaction the rows that row level security would allow. */
export const seen = 'support_seen';

/** Replaces the schema's functions by expressions, and its tables by views. */
export function withoutFunctions(text: string): string {
  return text
    .replaceAll(/\bsupport\.(\w+)\(\)/g, (whole, name: string) => expressions[name] ?? whole)
    .replaceAll(/\bsupport\.(?=\w)/g, `${seen}.`);
}
