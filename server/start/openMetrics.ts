import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import type { MetricsAccess } from './metrics.ts';

/** The package is loaded only where figures are read. */
export async function openMetrics(
  db: Kysely<Schema>,
  token: string | undefined,
): Promise<MetricsAccess | undefined> {
  if (token === undefined) return undefined;
  const { createMetrics } = await import('../metrics/metrics.ts');
  return { token, metrics: createMetrics(db) };
}
