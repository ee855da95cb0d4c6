import { sql, type Transaction } from 'kysely';
import { isInMaintenance } from '../connections/present.ts';
import type { Schema } from '../db/schema.ts';
import { findProvider } from '../providers/index.ts';
import { queueForChats } from '../queries/chatJobs.ts';
import { insertCheck, type ProbeResult, raiseAlert, resolveAlerts } from '../queries/checks.ts';
import { retryDeskJobs } from '../queries/externalTickets.ts';
import { listStoredMaintenance } from '../queries/incidents.ts';
import { readMetrics } from '../queries/integrationHealth.ts';
import { changeIntegration, type StoredIntegration } from '../queries/integrations.ts';
import { notifyIntegration } from '../queries/live.ts';
import { emitEvent } from '../queries/webhookEvents.ts';
import { queueJobs } from '../queue/jobs.ts';
import { evaluate } from './evaluate.ts';

type Trx = Transaction<Schema>;

/**
 * Fraction of the interval by which checks are spread, so that they do not all run at the same
 * time.
 */
const jitterShare = 0.1;

/**
 * Stores the result of a check, in one transaction with its notifications. `isLast`: the
 * integration is not checked again until its credentials are saved.
 */
export async function recordCheck(
  trx: Trx,
  before: StoredIntegration,
  result: ProbeResult,
  { isLast = false } = {},
): Promise<void> {
  const { id } = before;
  const { change, raise, resolve, wait } = evaluate(before, result);
  const delay = wait * (1 - jitterShare * Math.random());
  await insertCheck(trx, id, result);
  const metrics = await readMetrics(trx, id);
  await changeIntegration(trx, id, {
    ...change,
    metrics: JSON.stringify(metrics),
    last_check: sql<Date>`now()`,
    next_check_at: isLast ? null : sql<Date>`now() + ${delay} * interval '1 second'`,
    checking_until: null,
    check_losses: 0,
  });
  const isQuiet = isInMaintenance(id, await listStoredMaintenance(trx, { days: 0 }));
  const alerts = isQuiet ? [] : raise;
  let isNews = false;
  for (const alert of alerts) {
    const alertId = await raiseAlert(trx, id, alert);
    if (alertId === undefined) continue;
    isNews = true;
    await announce(trx, before, 'raised', alertId);
    await emitEvent(trx, 'integration.alert_raised', {
      ...aboutIt(before),
      ...alert,
      alert_id: alertId,
    });
  }
  for (const alertId of await resolveAlerts(trx, id, resolve)) {
    isNews = true;
    await announce(trx, before, 'resolved', alertId);
    await emitEvent(trx, 'integration.alert_resolved', { ...aboutIt(before), alert_id: alertId });
  }
  // A help desk that works again receives what could not be sent.
  const isBack = change.health === 'healthy' && before.health !== 'healthy';
  if (isBack && findProvider(before.provider)?.desk) await retryDeskJobs(trx);
  const shown = ['lifecycle', 'connection', 'health', 'error_type'] as const;
  const isChanged = shown.some((name) => name in change && change[name] !== before[name]);
  if (isChanged) {
    const now = Object.fromEntries(shown.map((name) => [name, change[name] ?? null]));
    await emitEvent(trx, 'integration.status_changed', { ...aboutIt(before), ...now });
  }
  if (isNews || isChanged) await notifyIntegration(trx, id);
}

function aboutIt({ id, provider, name, mode }: StoredIntegration) {
  return { integration_id: id, provider, name, mode };
}

/**
 * Notifies the team once, by mail and in its chats. Integrations of test keys only notify webhooks.
 */
async function announce(
  trx: Trx,
  { mode }: StoredIntegration,
  change: 'raised' | 'resolved',
  alertId: string,
): Promise<void> {
  if (mode === 'test') return;
  const payload = { alertId, change };
  await queueJobs(trx, [{ type: 'mail_alert', payload }]);
  await queueForChats(trx, 'chat_alert', payload);
}
