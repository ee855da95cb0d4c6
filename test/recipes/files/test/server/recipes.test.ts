import { expect, test } from 'vitest';
import { readEnvironment } from '../../server/start/environment.ts';
import { countRequests } from '../../src/contract/requestCount.ts';
import { callFor } from './support/agent.ts';
import { created, createTestApp, draft, post } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { openProgram } from './support/program.ts';
import { createTenant, newId } from './support/tenant.ts';

const database = openForFile();
const program = openProgram();

test('the new endpoint responds', async () => {
  const { publishableKey: key } = await createTenant(database.kysely);
  const app = createTestApp(database);
  const visitor = { key, visitor: newId() };
  await created(post(app, visitor, draft));
  const answer = await callFor(app, visitor, countRequests);
  expect(await answer.json()).toMatchObject({ data: { count: 1 } });
});

test('the new variable is read, and a wrong value is reported with its name', () => {
  const read = (value: string) => readEnvironment({ OFFICE_FLOOR: value }, { port: 1 });
  expect(read('7').officeFloor).toBe(7);
  expect(() => read('top')).toThrow('The variable OFFICE_FLOOR must be a whole number.');
});

test('the new command runs, and the help lists it', async () => {
  expect((await program.run('greet')).text).toBe('Hello.\n');
  expect((await program.run('--help')).text).toMatch(/greet +Prints a greeting\./);
});
