import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { ofTenant } from '../db/scope.ts';

const columns = ['id', 'visited_at'] as const;

export function readOfficeVisits(trx: Transaction<Schema>) {
  return trx
    .selectFrom('office_visits')
    .select(columns)
    .where('tenant_id', '=', ofTenant)
    .execute();
}

export function insertOfficeVisit(trx: Transaction<Schema>, visitorHash: string) {
  return trx
    .insertInto('office_visits')
    .values({ visitor_hash: visitorHash })
    .returning(columns)
    .executeTakeFirstOrThrow();
}
