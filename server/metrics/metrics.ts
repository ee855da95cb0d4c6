import type { Kysely } from 'kysely';
import type * as Prometheus from 'prom-client';
import type { Schema } from '../db/schema.ts';
import { type Backlog, readBacklog } from '../queries/backlog.ts';
import type { JobHandler } from '../queue/worker.ts';
import type { Metrics } from './port.ts';

const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function createMetrics(db: Kysely<Schema>, prometheus: typeof Prometheus): Metrics {
  const { collectDefaultMetrics, Histogram, Registry } = prometheus;
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Histogram({
    name: 'support_http_request_duration_seconds',
    help: 'Time to the first byte of a response, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets,
    registers,
  });
  const jobs = new Histogram({
    name: 'support_job_duration_seconds',
    help: 'Duration of a job; webhooks are `deliver_event`',
    labelNames: ['type', 'outcome'],
    buckets,
    registers,
  });
  const probes = new Histogram({
    name: 'support_probe_duration_seconds',
    help: 'Duration of a health check',
    labelNames: ['outcome'],
    buckets,
    registers,
  });
  const gauges = backlogGauges(registers, prometheus);

  return {
    request({ method, route, status }, seconds) {
      requests.observe({ method, route, status }, seconds);
    },
    timedJobs(handlers) {
      const timed = Object.entries(handlers).map(([type, handle]): [string, JobHandler] => [
        type,
        (job) => timing(handle(job), (outcome, took) => jobs.observe({ type, outcome }, took)),
      ]);
      return Object.fromEntries(timed);
    },
    timedChecks: (checks) => ({
      ...checks,
      check: (claimed) =>
        timing(checks.check(claimed), (outcome, took) => probes.observe({ outcome }, took)),
    }),
    async read() {
      gauges.set(await readBacklog(db));
      return { type: register.contentType, text: await register.metrics() };
    },
  };
}

/** Backlogs, read from the database on each scrape. */
function backlogGauges(registers: Prometheus.Registry[], { Gauge }: typeof Prometheus) {
  const gauge = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Gauge({ name: `support_${name}`, help, labelNames, registers });
  const jobs = gauge('jobs', 'Queued and dead jobs', ['type', 'state']);
  const oldest = gauge('oldest_job_seconds', 'Age of the oldest due job', []);
  const integrations = gauge('integrations', 'Integrations by health', ['health']);
  const deliveries = gauge('webhook_deliveries', 'Webhooks of the last day, by status', ['status']);
  const received = gauge('received_events', 'Events of providers of the last day', ['status']);
  return {
    set(found: Backlog) {
      for (const one of [jobs, integrations, deliveries, received]) one.reset();
      for (const { type, state, count } of found.jobs) jobs.set({ type, state }, count);
      oldest.set(found.oldestJobSeconds);
      for (const { health, count } of found.integrations) integrations.set({ health }, count);
      for (const { status, count } of found.deliveries) deliveries.set({ status }, count);
      for (const { status, count } of found.received) received.set({ status }, count);
    },
  };
}

async function timing(
  work: Promise<void>,
  note: (outcome: 'done' | 'failed', seconds: number) => void,
): Promise<void> {
  const began = performance.now();
  const seconds = () => (performance.now() - began) / 1_000;
  try {
    await work;
    note('done', seconds());
  } catch (error) {
    note('failed', seconds());
    throw error;
  }
}
