import { listAudit, listOperatorLog } from '../../src/contract/audit.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { asOneStatement, noInput, route } from '../http/route.ts';
import { listAuditEntries, listOperatorEntries } from '../queries/audit.ts';

const pageSize = 100;

export const listAuditRoute = asOneStatement(
  route({ ...noInput, ...listAudit }, async ({ trx, query: { cursor, ...filter } }) =>
    pageOf(await listAuditEntries(trx, filter, pageAt(cursor))),
  ),
);

export const listOperatorLogRoute = asOneStatement(
  route({ ...noInput, ...listOperatorLog }, async ({ trx, query: { cursor, ...filter } }) =>
    pageOf(await listOperatorEntries(trx, filter, pageAt(cursor))),
  ),
);

function pageAt(cursor: string | undefined) {
  if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) {
    throw apiErrors.malformed('Must be a next_cursor of this list.');
  }
  return { before: cursor, limit: pageSize + 1 };
}

function pageOf<Entry extends { id: string; at: Date }>(found: readonly Entry[]) {
  const shown = found.slice(0, pageSize);
  return {
    entries: shown.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
    next_cursor: found.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
  };
}
