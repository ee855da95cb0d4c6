import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { inviteAgent } from '../../src/contract/adminAgent.ts';
import { createKey } from '../../src/contract/adminKey.ts';
import { openIncident } from '../../src/contract/integrationAdmin.ts';
import { requiredLine, requiredText } from '../../src/contract/text.ts';
import { openAdministration, operator } from './support/administration.ts';
import { call } from './support/agent.ts';
import { openForFile } from './support/database.ts';

const database = openForFile();

test.each([
  ['Ada\tLovelace', 'Ada Lovelace'],
  ['Ada\r\n\r\nhttp://evil.example', 'Ada http://evil.example'],
  ['Ada\u2028Bo\u0085Cy', 'Ada Bo Cy'],
  ['\u202Emoc.live\u202C Ada', 'moc.live Ada'],
  ['\u05D0\u200F (1)', '\u05D0\u200F (1)'],
  ['\u{1F469}\u200D\u{1F4BB} Ada', '\u{1F469}\u200D\u{1F4BB} Ada'],
])('a line keeps its letters and loses its control characters: %j', (given, kept) => {
  expect(z.parse(requiredLine(40), given)).toBe(kept);
});

test('a line with only control characters is empty', () => {
  expect(z.safeParse(requiredLine(40), '\n\u202E').success).toBe(false);
  expect(z.parse(requiredText(40), 'a\nb')).toBe('a\nb');
});

test('names that a team enters are one line each', async () => {
  const { app, tenant, of } = await openAdministration(database);
  const body = { name: 'Ada\n\u202EBo', email: 'ada@acme.example' };
  const { agent } = await call(app, operator, inviteAgent, { ...of, body });
  expect(agent.name).toBe('Ada Bo');
  const key = { kind: 'secret', name: 'Page\r\nkey' };
  expect((await call(app, operator, createKey, { ...of, body: key })).name).toBe('Page key');
  const host = { key: tenant.secretKey };
  const incident = { title: 'Sending\u2028stopped', message: 'One\ntwo' };
  const open = await call(app, host, openIncident, { body: incident });
  expect([open.title, open.updates[0]?.message]).toEqual(['Sending stopped', 'One\ntwo']);
});
