import { afterEach, expect, test } from 'vitest';
import { startChores } from '../../server/queue/chores.ts';
import { asSuperuser, openForFile } from './support/database.ts';
import { newLog } from './support/log.ts';
import { until } from './support/until.ts';

const database = openForFile();
const started: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.stop()));
  await asSuperuser(database.kysely, 'delete from support.chores');
});

/** Runs chores as one process. */
function run(chores: Record<string, () => Promise<void>>) {
  const { lines, logger } = newLog();
  started.push(startChores({ db: database.kysely, logger, chores, pollMs: 5 }));
  return lines;
}

const dueIn = async (name: string) =>
  (
    await asSuperuser<{ minutes: number }>(
      database.kysely,
      `select round(extract(epoch from due_at - now()) / 60)::integer as minutes
       from support.chores where name = '${name}'`,
    )
  )[0]?.minutes;

test('one of five processes runs a chore, and it is due again in an hour', async () => {
  let runs = 0;
  for (let n = 0; n < 5; n++) run({ clean: async () => void runs++ });
  await until(async () => (await dueIn('clean')) === 60);
  expect(runs).toBe(1);
  await asSuperuser(database.kysely, 'update support.chores set due_at = now()');
  await until(() => runs === 2);
});

test('a chore that fails is logged, does not delay others, and is retried sooner', async () => {
  let isDone = false;
  const lines = run({
    broken: () => Promise.reject(new Error('No space.')),
    fine: async () => {
      isDone = true;
    },
  });
  await until(() => isDone && lines.length > 0);
  expect(lines).toMatchObject([{ chore: 'broken', err: { message: 'No space.' } }]);
  expect(await dueIn('broken')).toBe(10);
});
