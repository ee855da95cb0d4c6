import type { IntegrationStatus, MaintenanceWindow } from '../contract/integration.ts';
import type { IntegrationsModel, StatusSummary } from '../core/integrations.model.ts';
import { since } from '../i18n/ago.ts';
import { moment } from '../i18n/moment.ts';
import type { I18n } from '../i18n/translator.ts';
import type { DisplayState } from '../integrations/displayState.ts';

/** Returns a short line below the name: since when, until when, or when it was last checked. */
export function stateLine(status: IntegrationStatus, model: IntegrationsModel, i18n: I18n): string {
  const { t } = i18n;
  const { lastCheck } = status.health;
  const { last_sync } = status.connection;
  const state = model.stateOf(status);
  if (state === 'off') return t(status.can_reconnect ? 'state.off.line' : 'state.off');
  if (state === 'retired') return t('state.retired.line');
  if (state === 'maintenance') {
    const until = windowOf(status.id, model.maintenance.value)?.ends_at;
    return until ? t('state.maintenance.until', { time: moment(until, i18n) }) : t('state.planned');
  }
  if (state === 'action_needed') {
    const since = last_sync ?? lastCheck;
    return since ? t('state.stopped', { time: moment(since, i18n) }) : t('state.action_needed');
  }
  if (state === 'syncing' && last_sync) return t('state.synced', { ago: since(last_sync, i18n) });
  if (lastCheck === null) return t('state.never');
  const ago = since(lastCheck, i18n);
  return state === 'down'
    ? t('state.failed', { ago })
    : t(state === 'unknown' ? 'state.lastCheck' : 'state.checked', { ago });
}

/** Returns sentences with the reason and the next step. */
export function stateReason(status: IntegrationStatus, state: DisplayState, i18n: I18n): string {
  const { t } = i18n;
  const { name, reason, error_type } = status;
  const isBad = state === 'action_needed' || state === 'down' || state === 'degraded';
  // The reason of a check is only its type, for which there is a sentence in every language. Other
  // reasons contain more information.
  const saysMore = error_type === undefined || reason?.includes(name);
  const reported = isBad && reason && saysMore ? sentence(reason) : undefined;
  const what =
    reported ?? t(isBad && error_type ? `error_type.${error_type}` : `reason.${state}`, { name });
  return isBad ? `${what} ${t(`next.${state}`)}` : what;
}

export function summaryWords({ count, working, worst }: StatusSummary, i18n: I18n): string {
  const { t, plural } = i18n;
  if (worst === undefined || (worst === 'unknown' && working === 0)) return t('summary.unknown');
  return working === count ? plural('summary.all', count) : t('summary.some', { count, working });
}

/** Returns the maintenance window that has started. */
export function windowOf(
  id: string,
  maintenance: readonly MaintenanceWindow[],
): MaintenanceWindow | undefined {
  const now = Date.now();
  return maintenance.find(
    ({ integrations, starts_at, ends_at }) =>
      concerns(integrations, id) && Date.parse(starts_at) <= now && now < Date.parse(ends_at),
  );
}

/** Undefined means all integrations. */
export function concerns(integrations: readonly string[], id: string): boolean {
  return integrations.length === 0 || integrations.includes(id);
}

function sentence(words: string): string {
  return /[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`;
}
