import { afterEach, expect, test } from 'vitest';
import { claimJobs } from '../../server/queue/claim.ts';
import { startWorker, type WorkerOptions } from '../../server/queue/worker.ts';
import { silent } from './support/api.ts';
import { asSuperuser, openForFile } from './support/database.ts';
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
  const { kysely: db } = database;
  const times = { pollMs: 5, retryMs: 1, graceMs: 0 };
  started.push(startWorker({ db, handlers, logger: silent, ...times, ...options }));
}

const claim = { types: ['ping'], limit: 4, leaseMs: 60_000 };

test.each([3, 5, 50, 200, 1_000])(
  'of %i due jobs, no more are claimed than wanted',
  async (due) => {
    await queue(due);
    await asSuperuser(database.kysely, 'analyze support.jobs');
    expect(await claimJobs(database.kysely, claim)).toHaveLength(Math.min(4, due));
    expect(await claimJobs(database.kysely, claim)).toHaveLength(Math.min(4, Math.max(0, due - 4)));
  },
);

test('accounts take turns, whichever queued more or earlier', async () => {
  const many = await queue(20);
  const few = await queue(2);
  const turns: string[] = [];
  for (let n = 0; n < 5; n++) {
    const [job] = await claimJobs(database.kysely, { ...claim, limit: 1 });
    turns.push(job?.tenantId === few.tenantId ? 'few' : 'many');
  }
  expect(turns).toEqual(['many', 'few', 'many', 'few', 'many']);
  expect(many.ids).toHaveLength(20);
});

test('hanging jobs of one account block no other account', async () => {
  const slow = await queue(60);
  let hanging = 0;
  const done: string[] = [];
  const handlers = {
    ping: ({ tenantId }: { tenantId: string }) => {
      if (tenantId !== slow.tenantId) return Promise.resolve(void done.push(tenantId));
      hanging++;
      return new Promise<void>(() => {});
    },
  };
  for (let count = 0; count < 2; count++) work(handlers, { concurrency: 6, perTenant: 4 });
  await until(() => hanging >= 4);
  const quick = await queue(10);
  await until(() => done.length === 10);
  expect(new Set(done)).toEqual(new Set([quick.tenantId]));
  expect(hanging).toBeLessThanOrEqual(8);
});

test('a job that takes longer than its lease stays with its process', async () => {
  await queue(1);
  let runs = 0;
  let release = () => {};
  const handlers = {
    ping: () => {
      runs++;
      return new Promise<void>((resolve) => {
        release = resolve;
      });
    },
  };
  for (let count = 0; count < 2; count++) work(handlers, { leaseMs: 300 });
  const ends = new Set<number>();
  await until(async () => {
    for (const { run_at } of await rows()) ends.add(run_at.getTime());
    return ends.size > 5;
  });
  release();
  await until(isEmpty);
  expect(runs).toBe(1);
});

test('a job is set aside after two processes ended during it', async () => {
  await queue(1);
  for (let count = 0; count < 2; count++) {
    expect(await claimJobs(database.kysely, { ...claim, leaseMs: 0 })).toHaveLength(1);
  }
  let runs = 0;
  work({ ping: async () => void runs++ });
  await until(async () => (await rows()).every(({ failed_at }) => failed_at !== null));
  expect(await rows()).toMatchObject([{ last_error: 'ProcessEndedTwice' }]);
  expect(runs).toBe(0);
});
