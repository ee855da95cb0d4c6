import { listAudit } from '../../src/contract/audit.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { asOneStatement, noInput, route } from '../http/route.ts';
import { listAuditEntries } from '../queries/audit.ts';

const pageSize = 100;

export const listAuditRoute = asOneStatement(
  route({ ...noInput, ...listAudit }, async ({ trx, query: { cursor, ...filter } }) => {
    if (cursor !== undefined && !/^\d{1,18}$/.test(cursor)) {
      throw apiErrors.malformed('Must be a next_cursor of this list.');
    }
    const found = await listAuditEntries(trx, filter, { before: cursor, limit: pageSize + 1 });
    const shown = found.slice(0, pageSize);
    return {
      entries: shown.map(({ at, ...entry }) => ({ ...entry, at: at.toISOString() })),
      next_cursor: found.length > pageSize ? (shown.at(-1)?.id ?? null) : null,
    };
  }),
);
