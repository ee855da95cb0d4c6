import type { Reply } from '../../contract/endpoint.ts';
import type { IntegrationStatus } from '../../contract/integration.ts';
import type { getIntegration } from '../../contract/integrationDetail.ts';
import type { I18n } from '../../i18n/translator.ts';
import { thresholds } from '../../integrations/health.ts';
import { Sparkline } from '../../ui/Sparkline.tsx';
import * as css from './Integration.css.ts';
import { percent, seconds } from './numbers.ts';
import { UptimeCard } from './UptimeCard.tsx';

interface FiguresProps {
  status: IntegrationStatus;
  /** The trends that led to the state. Undefined if they are not recorded. */
  detail: Pick<Reply<typeof getIntegration>, 'trends' | 'uptime'> | undefined;
  i18n: I18n;
}

/** Response time, error rate and uptime: current values, and values of the last day and month. */
export function Figures({ status: { health }, detail, i18n }: FiguresProps) {
  const { t } = i18n;
  const uptime = health.metrics.uptimePercentage;
  const cards = [
    {
      label: t('integration.responseTime'),
      show: (value: number | null) => seconds(value, i18n),
      now: health.responseTime,
      points: detail?.trends.responseTime,
      limit: thresholds.degraded.responseTime,
    },
    {
      label: t('integration.errorRate'),
      show: (value: number | null) => percent(value, i18n),
      now: health.errorRate,
      points: detail?.trends.errorRate,
      limit: thresholds.degraded.errorRate,
    },
  ];
  return (
    <>
      <div class={css.pair}>
        {cards.map(({ label, show, now, points, limit }) => {
          const values = points?.map(({ value }) => value);
          const known = values?.filter((value) => value !== null) ?? [];
          const range = { low: show(Math.min(...known)), high: show(Math.max(...known)) };
          return (
            <div key={label} class={css.card}>
              <span class={css.small}>{label}</span>
              <div class={css.value}>{show(now)}</div>
              {values && known.length > 1 && (
                <Sparkline
                  values={values}
                  limit={limit}
                  label={`${label}. ${t('integration.range', range)}`}
                />
              )}
            </div>
          );
        })}
      </div>
      <UptimeCard
        today={uptime === null ? null : uptime / 100}
        errorRates={detail?.trends.errorRate}
        month={detail?.uptime}
        i18n={i18n}
      />
    </>
  );
}
