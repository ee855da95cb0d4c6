import { afterEach, expect, test } from 'vitest';
import { claimJobs } from '../../server/queue/claim.ts';
import { finishJob } from '../../server/queue/jobs.ts';
import { PermanentFailure, startWorker, type WorkerOptions } from '../../server/queue/worker.ts';
import { silent } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { openQueue } from './support/jobs.ts';
import { until } from './support/until.ts';

const database = openForFile();
const { queue, rows, clear, isEmpty } = openQueue(database);
const started: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((worker) => worker.stop()));
  await clear();
});

function work(handlers: WorkerOptions['handlers'], options: Partial<WorkerOptions> = {}) {
  const worker = startWorker({
    db: database.kysely,
    handlers,
    logger: silent,
    pollMs: 5,
    retryMs: 1,
    ...options,
  });
  started.push(worker);
  return worker;
}

const allDone = () => until(isEmpty);

test('three workers process a hundred jobs, each once', async () => {
  const { ids } = await queue(100);
  const done: string[] = [];
  for (let count = 0; count < 3; count++) work({ ping: async ({ id }) => void done.push(id) });
  await allDone();
  expect(done.sort()).toEqual(ids.sort());
});

test('a job that fails is retried until it succeeds', async () => {
  await queue(1);
  const attempts: number[] = [];
  work({
    ping: async (job) => {
      attempts.push(job.attempts);
      if (job.attempts < 4) throw new Error('Not yet.');
    },
  });
  await allDone();
  expect(attempts).toEqual([1, 2, 3, 4]);
});

test('a job that never succeeds becomes dead, without the text of the error', async () => {
  await queue(1);
  const failure = Object.assign(new Error('Secret words of a person'), { code: 'EWRONG' });
  work({ ping: () => Promise.reject(failure) }, { maxAttempts: 3 });
  const [kept] = await until(async () => {
    const all = await rows();
    return all[0]?.failed_at ? all : undefined;
  });
  expect(kept).toMatchObject({ attempts: 3, last_error: 'Error EWRONG' });
});

test('a job that cannot succeed becomes dead immediately', async () => {
  await queue(1);
  work({ ping: () => Promise.reject(new PermanentFailure(new Error('No such mailbox'))) });
  const kept = await until(async () => (await rows()).find(({ failed_at }) => failed_at !== null));
  expect(kept.attempts).toBe(1);
});

test('the job of a killed process is reclaimed when its lease has ended', async () => {
  const {
    ids: [id],
  } = await queue(1);
  const claim = { types: ['ping'], limit: 1, leaseMs: 100 };
  const [lost] = await claimJobs(database.kysely, claim);
  expect(lost?.id).toBe(id);
  expect(await claimJobs(database.kysely, claim)).toEqual([]);
  const done: number[] = [];
  work({ ping: async ({ attempts }) => void done.push(attempts) });
  await allDone();
  expect(done).toEqual([2]);
});

test('a worker that lost the lease can no longer change the job', async () => {
  await queue(1);
  const claim = { types: ['ping'], limit: 1, leaseMs: 0 };
  const [slow] = await claimJobs(database.kysely, claim);
  const [next] = await claimJobs(database.kysely, claim);
  if (slow === undefined || next === undefined) throw new Error('Both got the job.');
  await finishJob(database.kysely, slow);
  expect(await rows()).toHaveLength(1);
  await finishJob(database.kysely, next);
  expect(await rows()).toEqual([]);
});

test('stopping waits for a running job', async () => {
  await queue(1);
  let release = () => {};
  let isRunning = false;
  const worker = work({
    ping: () => {
      isRunning = true;
      return new Promise((resolve) => {
        release = resolve;
      });
    },
  });
  await until(() => isRunning);
  const stopped = worker.stop();
  release();
  await stopped;
  expect(await rows()).toEqual([]);
});

test('stopping releases a job that does not finish, and claims no other', async () => {
  await queue(2);
  let running = 0;
  const hanging = { ping: () => new Promise<void>(() => void running++) };
  const worker = work(hanging, { concurrency: 1, graceMs: 20 });
  await until(() => running === 1);
  await worker.stop();
  expect(running).toBe(1);
  const claim = { types: ['ping'], limit: 5, leaseMs: 1_000 };
  expect(await claimJobs(database.kysely, claim)).toHaveLength(2);
});

test('jobs of an unknown type stay queued', async () => {
  await queue(1, { type: 'of a later version' });
  await queue(1);
  work({ ping: async () => {} });
  await until(async () => (await rows()).length === 1);
  expect(await rows()).toMatchObject([{ attempts: 0, failed_at: null }]);
});
