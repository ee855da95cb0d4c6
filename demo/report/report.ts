import {
  agentEndpoints,
  type Dashboard,
  getDashboard,
  type Report,
} from '../../src/contract/index.ts';
import { addressOf, callAgentApi, followTeam, openSession } from '../parts/agentApi.ts';
import { attempt, runUpdate } from '../parts/attempt.ts';
import { element, make } from '../parts/make.ts';
import { dayChart, shareChart } from './charts.ts';
import { gauge, integrationTargetsOf, targetsOf } from './gauges.ts';
import { number, span } from './words.ts';

const session = await openSession();
const form = element<HTMLFormElement>('#range');
/** Reloads every minute. Deflected requests appear only after a day. */
const refreshIntervalMs = 60_000;

function rangeOf(): Record<string, string> {
  const fields = new FormData(form);
  return Object.fromEntries(['from', 'to', 'tz'].map((name) => [name, String(fields.get(name))]));
}

let lastRequest = 0;
async function refresh(): Promise<void> {
  const mine = ++lastRequest;
  const visitor = { ...session, token: 'pk_test_demo' }; // the fields of integrations that pages can see
  const [report, dashboard] = await Promise.all([
    callAgentApi(session, agentEndpoints.getReport, { query: rangeOf() }),
    callAgentApi(visitor, getDashboard),
  ]);
  if (mine === lastRequest) show(report, dashboard);
}

function show(report: Report, dashboard: Dashboard): void {
  const targets = [...targetsOf(report), ...integrationTargetsOf(dashboard)];
  element('#gauges').replaceChildren(...targets.map(gauge));
  element('#tiles').replaceChildren(...tilesOf(report));
  const open = new Set(
    [...document.querySelectorAll('details[open]')].map(
      (one) => one.parentElement?.firstChild?.textContent,
    ),
  );
  element('#chart-list').replaceChildren(...chartsOf(report));
  for (const one of document.querySelectorAll<HTMLDetailsElement>('#chart-list details')) {
    one.open = open.has(one.parentElement?.firstChild?.textContent);
  }
  const { from, to, time_zone } = report;
  element('#updated').textContent =
    `${from} to ${to} in ${time_zone}, as of ${new Date().toLocaleTimeString()}. It follows what happens.`;
}

function tilesOf(report: Report): HTMLElement[] {
  const said = (value: number | null, say: (value: number) => string) =>
    value === null ? '–' : say(value);
  const tiles: Record<string, string> = {
    Requests: number(report.total_requests),
    Resolved: number(report.resolved),
    'Time to resolve, on average': said(report.average_resolution_time, span),
    'Rated 4 or 5': `${number(report.satisfied)} of ${number(report.rated)}`,
    'First answers late': `${number(report.sla_breached)} of ${number(report.sla_met + report.sla_breached)}`,
    Escalated: number(report.escalated),
    'Answered by articles': `${number(report.deflected)} of ${number(report.decided)}`,
  };
  return Object.entries(tiles).map(([name, value]) =>
    make('div', { className: 'card' }, make('dt', {}, name), make('dd', {}, value)),
  );
}

function chartsOf({ days, channels, categories }: Report): HTMLElement[] {
  const byDay = (
    title: string,
    unit: string,
    measure: (day: Report['days'][number]) => number | null,
    say = number,
  ) =>
    dayChart({
      title,
      unit,
      say,
      rows: days.map((day) => ({ name: day.date, value: measure(day) })),
    });
  const requests = { unit: 'Requests', say: number };
  return [
    byDay('Requests by day', 'Requests', (day) => day.total_requests),
    byDay('First answer by day', 'On average', (day) => day.average_first_response_time, span),
    byDay('Time to resolve by day', 'On average', (day) => day.average_resolution_time, span),
    byDay('Answered by articles, by day', 'Visits', (day) => day.deflected),
    shareChart(
      {
        title: 'Requests by channel',
        ...requests,
        rows: channels.map((one) => ({ name: one.routing_channel, value: one.total_requests })),
      },
      'Channel',
    ),
    shareChart(
      {
        title: 'Requests by category',
        ...requests,
        rows: categories.map((one) => ({ name: one.request_category, value: one.total_requests })),
      },
      'Category',
    ),
  ];
}

async function download(): Promise<void> {
  const query = new URLSearchParams({ ...rangeOf(), format: 'csv' });
  const response = await fetch(`${addressOf(agentEndpoints.getReport.path)}?${query}`, {
    headers: { Authorization: `Bearer ${session.token}` },
  });
  if (!response.ok)
    throw new Error((await response.json()).error?.message ?? 'The backend rejected the request.');
  const href = URL.createObjectURL(await response.blob());
  make('a', { href, download: 'report.csv' }).click();
  URL.revokeObjectURL(href);
}

/** Fills in the last 30 days in the time zone of the reader. */
function fillForm(): void {
  const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toLocaleDateString('sv'); // such as 2026-03-29
  const field = (name: string) => element<HTMLInputElement>(`#range [name=${name}]`);
  field('from').value = day(29);
  field('to').value = day(0);
  field('tz').value = Intl.DateTimeFormat().resolvedOptions().timeZone;
  element('#zones').append(
    ...['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => make('option', { value })),
  );
}

fillForm();
/** A range that ends before it starts is not requested. */
form.oninput = () => {
  element<HTMLInputElement>('#range [name=to]').min =
    element<HTMLInputElement>('#range [name=from]').value;
};
form.onsubmit = (event) => {
  event.preventDefault();
  void attempt(refresh);
};
element('#csv').onclick = () => void attempt(download);
setInterval(() => void runUpdate(refresh), refreshIntervalMs);
void followTeam(session, () => void runUpdate(refresh));
