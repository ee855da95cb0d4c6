import type { Trends, Uptime } from '../../contract/integrationDetail.ts';
import type { I18n } from '../../i18n/translator.ts';
import { thresholds } from '../../integrations/health.ts';
import { Bars } from '../../ui/Sparkline.tsx';
import * as css from './Integration.css.ts';
import { percent } from './numbers.ts';

interface UptimeCardProps {
  /** 0 to 1 for the last 24 hours. Null before the first check. */
  today: number | null;
  /** Undefined if they are not recorded. */
  errorRates: Trends['errorRate'] | undefined;
  month: Uptime | undefined;
  i18n: I18n;
}

/** The share of successful checks over a day and over a month. */
export function UptimeCard({ today, errorRates, month, i18n }: UptimeCardProps) {
  const { t } = i18n;
  return (
    <div class={css.card}>
      <Heading label={t('integration.uptime')} value={percent(today, i18n)} />
      {errorRates && (
        <Bars
          tones={errorRates.map(({ value }) => toneOf(value))}
          label={t('integration.uptimeBars', {
            hours: errorRates.filter(({ value }) => (value ?? 0) > 0).length,
          })}
        />
      )}
      {month && (
        <div class={css.next}>
          <Heading
            label={t('integration.uptime30')}
            value={percent(shareOf(month.uptimePercentage), i18n)}
          />
          <Bars
            tones={month.days.map(({ uptimePercentage: share }) =>
              toneOf(share === null ? null : 1 - share / 100),
            )}
            label={monthWords(month, i18n)}
          />
        </div>
      )}
    </div>
  );
}

function Heading({ label, value }: { label: string; value: string }) {
  return (
    <div class={css.between}>
      <span class={`${css.words} ${css.small}`}>{label}</span>
      <b>{value}</b>
    </div>
  );
}

const shareOf = (percentage: number | null) => (percentage === null ? null : percentage / 100);

/** Returns the names of days with failures, because bars alone are not accessible. */
function monthWords({ days }: Uptime, i18n: I18n): string {
  const { t, locale } = i18n;
  const known = days.filter(({ uptimePercentage }) => uptimePercentage !== null);
  if (known.length === 0) return t('integration.days.none');
  const broken = known.filter(({ uptimePercentage }) => uptimePercentage !== 100);
  if (broken.length === 0) return t('integration.days.whole');
  const named = broken.map(({ date, uptimePercentage }) => {
    const words = { day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
    const day = new Date(date).toLocaleDateString(locale.value, words);
    return `${day}: ${percent(shareOf(uptimePercentage), i18n)}`;
  });
  const list = new Intl.ListFormat(locale.value, { type: 'unit' }).format(named);
  return t('integration.days.broken', { days: list });
}

function toneOf(errorRate: number | null): 'green' | 'amber' | 'red' | 'none' {
  if (errorRate === null) return 'none';
  if (errorRate >= thresholds.unhealthy.errorRate) return 'red';
  return errorRate >= thresholds.degraded.errorRate ? 'amber' : 'green';
}
