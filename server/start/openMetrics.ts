import type { Kysely } from 'kysely';
import { missingPackage } from '../base/missingPackage.ts';
import type { Schema } from '../db/schema.ts';
import type { MetricsAccess } from './metrics.ts';

/** Loads the package only if metrics are enabled. */
export async function openMetrics(
  db: Kysely<Schema>,
  token: string | undefined,
): Promise<MetricsAccess | undefined> {
  if (token === undefined) return undefined;
  const { createMetrics } = await import('../metrics/metrics.ts');
  return { token, metrics: createMetrics(db, await loadPrometheus()) };
}

/** @throws ConfigurationError if the package is not installed */
export async function checkMetricsPackage(): Promise<void> {
  await loadPrometheus();
}

async function loadPrometheus() {
  try {
    return await import('prom-client');
  } catch (error) {
    throw missingPackage('prom-client', 'METRICS_TOKEN', error);
  }
}
