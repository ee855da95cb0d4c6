import type { IntegrationStatus } from '../../contract/integration.ts';
import type { Trends } from '../../contract/integrationDetail.ts';
import type { I18n } from '../../i18n/translator.ts';
import { thresholds } from '../../integrations/health.ts';
import { Bars, Sparkline } from '../../ui/Sparkline.tsx';
import * as css from './Integration.css.ts';

interface FiguresProps {
  status: IntegrationStatus;
  /** Of the last 24 hours; undefined where nobody keeps them. */
  trends: Trends | undefined;
  i18n: I18n;
}

/** Response time, error rate and uptime, now and over the last day. */
export function Figures({ status: { health }, trends, i18n }: FiguresProps) {
  const { t } = i18n;
  const uptime = health.metrics.uptimePercentage;
  const cards = [
    {
      label: t('integration.responseTime'),
      show: (value: number | null) => seconds(value, i18n),
      now: health.responseTime,
      points: trends?.responseTime,
      limit: thresholds.degraded.responseTime,
    },
    {
      label: t('integration.errorRate'),
      show: (value: number | null) => percent(value, i18n),
      now: health.errorRate,
      points: trends?.errorRate,
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
      <div class={css.card}>
        <div class={css.between}>
          <span class={`${css.words} ${css.small}`}>{t('integration.uptime')}</span>
          <b>{percent(uptime === null ? null : uptime / 100, i18n)}</b>
        </div>
        {trends && (
          <Bars
            tones={trends.errorRate.map(({ value }) => toneOf(value))}
            label={t('integration.uptimeBars', {
              hours: trends.errorRate.filter(({ value }) => (value ?? 0) > 0).length,
            })}
          />
        )}
      </div>
    </>
  );
}

function toneOf(errorRate: number | null): 'green' | 'amber' | 'red' | 'none' {
  if (errorRate === null) return 'none';
  if (errorRate >= thresholds.unhealthy.errorRate) return 'red';
  return errorRate >= thresholds.degraded.errorRate ? 'amber' : 'green';
}

function seconds(value: number | null, { locale }: I18n): string {
  if (value === null) return '–';
  const isShort = value < 1_000;
  return new Intl.NumberFormat(locale.value, {
    style: 'unit',
    unit: isShort ? 'millisecond' : 'second',
    unitDisplay: 'short',
    maximumFractionDigits: isShort ? 0 : 1,
  }).format(isShort ? value : value / 1_000);
}

function percent(value: number | null, { locale }: I18n): string {
  return value === null
    ? '–'
    : value.toLocaleString(locale.value, { style: 'percent', maximumFractionDigits: 2 });
}
