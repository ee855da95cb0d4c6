import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type AccountSettings,
  getAccountSettings,
  updateAccountSettings,
} from '../../src/contract/adminSettings.ts';
import { openAdministration, operator } from './support/administration.ts';
import { call, callFor } from './support/agent.ts';
import { openForFile } from './support/database.ts';

const database = openForFile();
const open = () => openAdministration(database);

const changed: AccountSettings = {
  name: 'Northwind',
  email: 'help@northwind.example',
  mail_from: 'no-reply@northwind.example',
  team_email: 'team@northwind.example',
  ticket_prefix: 'NW',
  allowed_origins: ['https://*.northwind.example', 'http://localhost:*'],
  links: [{ name: 'Help', url: 'https://help.example', category: 'contact', icon: 'x' }],
  categories: [{ id: 'sales', label: 'Sales' }],
  fields: [{ id: 'area', label: 'Area', type: 'text', required: false }],
  business_hours: { time_zone: 'Europe/Madrid', week: [[], [], [], [], [], [], []], holidays: [] },
  routing: {
    queues: [{ id: 'sales', name: 'Sales', business_hours: null }],
    rules: [{ category: ['sales'], fields: { area: ['north'] }, queue: 'sales', tags: ['lead'] }],
  },
  first_response: { minutes: 30, rules: [{ tier: 'gold', minutes: 5 }] },
  daily_summary: { time_zone: 'UTC', hour: 7 },
  attachments: { max_files: 1, max_bytes: 1_000, types: ['image/*'] },
  require_identity: true,
  identity_keys: [{ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' }],
  inbound_domain: 'in.northwind.example',
  reply_mail_delay: 5,
  kb_url: 'https://help.example/{slug}',
  kb_index_limit: 10,
  help_center: true,
  mcp: true,
  source_locale: 'de',
  written_answers: true,
  written_answers_limit: 50,
  proactive: {
    per_day: 2,
    rules: [
      {
        ...{ id: 'hubspot', active: false, page: '/integrations*', seconds: 5, every_days: 7 },
        integration: { provider: 'hubspot', state: 'action_needed' },
        texts: { en: { title: '{integration} needs you', text: 'Sign in.', action: 'Reconnect' } },
        screen: 'status',
      },
    ],
  },
  connect_by: 'visitor',
  connect_role: 'integrations:manage',
  email_channel: true,
  confirm_unverified: false,
  proof_of_work: true,
  share_requests: 'organization',
  show_team: 'people',
};

test('every setting can be changed, read and reset', async () => {
  const { app, of } = await open();
  const before = await call(app, operator, getAccountSettings, of);
  const set = (body: object) => call(app, operator, updateAccountSettings, { ...of, body });
  for (const [name, value] of Object.entries(changed)) {
    expect(await set({ [name]: value })).toMatchObject({ [name]: value });
  }
  expect(await call(app, operator, getAccountSettings, of)).toEqual(changed);
  expect(await set(before)).toEqual(before);
});

test.each([
  { nmae: 'x' },
  { email: 'nobody' },
  { allowed_origins: ['https://app.example.com/path'] },
  { allowed_origins: ['javascript:alert(1)'] },
  { ticket_prefix: 'a b' },
  { inbound_domain: 'not a domain' },
  { attachments: { max_files: 99, max_bytes: 1, types: [] } },
  { proactive: { per_day: 0, rules: [] } },
  { proactive: { per_day: 1, rules: [{ id: 'a', texts: { en: { title: 'A' } } }] } },
  { proactive: { per_day: 1, rules: [{ id: 'a', page: '/', texts: {} }] } },
  { proactive: { per_day: 1, rules: [{ id: 'a', pages: '/', texts: { en: { title: 'A' } } }] } },
  { proactive: { per_day: 1, rules: [{ id: 'a', event: 'x', texts: { en: { title: 'A' } } }] } },
  {
    proactive: {
      per_day: 1,
      rules: [{ id: 'a', page: '/', url: 'javascript:alert(1)', texts: { en: { title: 'A' } } }],
    },
  },
  { routing: { queues: [], rules: [{ categorie: ['sales'] }] } },
  { routing: { queues: [], rules: [{ queue: 'sales' }] } },
  { routing: { queues: [], rules: [{ assignee: 'Marta' }] } },
  { routing: { queues: Array(2).fill({ id: 'sales', name: 'Sales' }), rules: [] } },
  {
    business_hours: { time_zone: 'Mars/Olympus', week: [[], [], [], [], [], [], []], holidays: [] },
  },
])('an invalid setting is rejected: %j', async (body) => {
  const { app, of } = await open();
  expect((await callFor(app, operator, updateAccountSettings, { ...of, body })).status).toBe(422);
});

const privateKey = {
  ...{ kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' },
  d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A',
};

test.each([
  [{ connect_by: 'anyone' }, 'connect_by', 'Must be verified or visitor.'],
  [{ allowed_origins: 'https://a.example' }, 'allowed_origins', 'Must be a list.'],
  [{ require_identity: 'maybe' }, 'require_identity', 'Must be true or false.'],
  [{ reply_mail_delay: -1 }, 'reply_mail_delay', 'Must be 0 or more.'],
  [{ reply_mail_delay: 1e9 }, 'reply_mail_delay', 'Must be 86400 or less.'],
  [{ nmae: 'x' }, '', 'Has no field nmae.'],
  [{ kb_url: 'x' }, 'kb_url', 'Must be empty, or an http or https address with {slug}.'],
  [{ identity_keys: [{ kty: 'OKP' }] }, 'identity_keys.0', 'Must be a public Ed25519 key'],
  [{ identity_keys: [privateKey] }, 'identity_keys.0', 'without "d".'],
])('the error describes the allowed values: %j', async (body, field, words) => {
  const { app, of } = await open();
  const response = await callFor(app, operator, updateAccountSettings, { ...of, body });
  const { error } = await response.json();
  expect(error.details).toEqual([{ field, message: expect.stringContaining(words) }]);
  expect(JSON.stringify(error)).not.toContain(privateKey.d);
});

test('mails to a domain go to the account that set it first, until that account removes it', async () => {
  const [mine, theirs] = [await open(), await open()];
  const inbound_domain = `in.${mine.tenant.id}.example`;
  const set = async ({ app, of }: typeof mine, value: string | null) =>
    (
      await callFor(app, operator, updateAccountSettings, {
        ...of,
        body: { inbound_domain: value },
      })
    ).status;
  expect(await set(mine, inbound_domain)).toBe(200);
  expect(await set(theirs, inbound_domain)).toBe(422);
  expect(await set(mine, inbound_domain)).toBe(200);
  expect(await set(mine, null)).toBe(200);
  // If two accounts request it concurrently, one gets it.
  const both = await Promise.all([set(mine, inbound_domain), set(theirs, inbound_domain)]);
  expect(both.sort()).toEqual([200, 422]);
});

test('docs name every setting', () => {
  const docs = readFileSync('docs/administration.md', 'utf8');
  const missing = Object.keys(changed).filter((name) => !docs.includes(`\`${name}\``));
  expect(missing).toEqual([]);
});
