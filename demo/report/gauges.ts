import type { Dashboard, Report } from '../../src/contract/index.ts';
import { make } from '../parts/make.ts';
import { draw } from './draw.ts';
import { percent, span } from './words.ts';

interface Target {
  name: string;
  /** Null if nothing has been measured. */
  value: number | null;
  aim: number;
  /** End of the scale. */
  end: number;
  /** Whether lower values are better. */
  isCeiling?: boolean;
  say(value: number): string;
}

/** Returns the promised targets that can be measured in the report. */
export function targetsOf(report: Report): Target[] {
  const share = { end: 1, say: percent };
  return [
    {
      name: 'First answer, on average',
      value: report.average_first_response_time,
      aim: 4 * 3_600,
      end: 8 * 3_600,
      isCeiling: true,
      say: span,
    },
    { name: 'First answers in time', value: report.sla_compliance, aim: 0.95, ...share },
    { name: 'Satisfied customers', value: report.customer_satisfaction, aim: 0.95, ...share },
    { name: 'Answered by articles', value: report.deflection_rate, aim: 0.8, ...share },
  ];
}

/**
 * Returns gauges of integrations over the checks of the last 24 hours. Integrations in maintenance
 * and switched-off ones are excluded.
 */
export function integrationTargetsOf({ integrations, webhookSeconds }: Dashboard): Target[] {
  const measured = integrations
    .filter(({ lifecycle }) => lifecycle === 'active' || lifecycle === 'error')
    .map(({ health }) => health.metrics)
    .filter(({ requestsTotal }) => requestsTotal > 0);
  const sum = (of: (one: (typeof measured)[number]) => number) =>
    measured.reduce((total, one) => total + of(one), 0);
  const checks = sum((one) => one.requestsTotal);
  const timed = measured.filter((one) => one.averageResponseTime !== null);
  const share = (part: number) => (checks === 0 ? null : part / checks);
  return [
    {
      name: 'Integrations answer within',
      value:
        timed.length === 0
          ? null
          : timed.reduce((all, one) => all + (one.averageResponseTime ?? 0) / 1_000, 0) /
            timed.length,
      aim: 2,
      end: 4,
      isCeiling: true,
      say: seconds,
    },
    {
      name: 'Webhooks are processed within',
      value: webhookSeconds,
      aim: 1,
      end: 2,
      isCeiling: true,
      say: seconds,
    },
    {
      name: 'Checks of integrations that fail',
      value: share(sum((one) => one.requestsFailed)),
      aim: 0.001,
      end: 0.05,
      isCeiling: true,
      say: percent,
    },
    {
      name: 'Integrations are up',
      value: share(sum((one) => ((one.uptimePercentage ?? 0) / 100) * one.requestsTotal)),
      aim: 0.999,
      end: 1,
      say: percent,
    },
  ];
}

function seconds(value: number): string {
  return `${value.toLocaleString('en', { maximumFractionDigits: 2 })} s`;
}

/** Draws half a circle with a mark at the target. Color, mark and text have the same meaning. */
export function gauge(target: Target): HTMLElement {
  const { name, value, aim, end, isCeiling = false, say } = target;
  const isMet = value !== null && (isCeiling ? value <= aim : value >= aim);
  const rule = `${isCeiling ? 'Target: at most' : 'Target: at least'} ${say(aim)}`;
  const state = value === null ? 'Nothing to measure yet' : isMet ? '✓ Met' : '✗ Missed';
  const part = (amount: number) => Math.min(1, Math.max(0, amount / end));
  const arc = { d: 'M 15 65 A 50 50 0 0 1 115 65', pathLength: 100 };
  const angle = Math.PI * (1 - part(aim));
  const at = (radius: number) => [65 + Math.cos(angle) * radius, 65 - Math.sin(angle) * radius];
  const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [at(42), at(58)];
  const drawing = draw(
    'svg',
    {
      viewBox: '0 0 130 72',
      role: 'meter',
      'aria-label': name,
      'aria-valuemin': 0,
      'aria-valuemax': end,
      'aria-valuenow': value === null ? 0 : Math.min(value, end),
      'aria-valuetext': value === null ? state : `${say(value)}. ${rule}. ${state}`,
    },
    draw('path', { class: 'track', ...arc }),
    ...(value === null
      ? []
      : [draw('path', { class: 'value', ...arc, 'stroke-dasharray': `${part(value) * 100} 100` })]),
    draw('line', { class: 'aim', x1, y1, x2, y2 }),
  );
  const look = value === null ? '' : isMet ? ' met' : ' missed';
  return make(
    'article',
    { className: `card${look}` },
    make('h3', {}, name),
    drawing,
    make('strong', {}, value === null ? '–' : say(value)),
    make('p', {}, state),
    make('span', { className: 'muted' }, rule),
  );
}
