import { expect, test } from 'vitest';
import { updateAccountSettings } from '../../src/contract/adminSettings.ts';
import { listProactive } from '../../src/contract/proactive.ts';
import { openAdministration, operator } from './support/administration.ts';
import { call } from './support/agent.ts';
import { openForFile } from './support/database.ts';

const database = openForFile();

test('pages receive the active rules in the nearest language, and nothing of inactive ones', async () => {
  const { app, of, tenant } = await openAdministration(database);
  const list = (locale: string) =>
    call(app, { key: tenant.publishableKey }, listProactive, { query: { locale } });
  expect(await list('en')).toEqual({ per_day: 1, messages: [] });
  const proactive = {
    per_day: 3,
    rules: [
      { id: 'off', active: false, page: '/', texts: { en: { title: 'Secret' } } },
      {
        ...{ id: 'hubspot', page: '/integrations*', screen: 'status', every_days: 7 },
        integration: { provider: 'hubspot', state: 'action_needed' },
        texts: {
          en: { title: '{integration} needs you', action: 'Reconnect' },
          es: { title: '{integration} te necesita' },
        },
      },
      { id: 'slow', seconds: 30, event: 'support_search', texts: { de: { title: 'Hilfe?' } } },
    ],
  };
  await call(app, operator, updateAccountSettings, { ...of, body: { proactive } });
  const when = {
    ...{ id: 'hubspot', page: '/integrations*', screen: 'status', every_days: 7 },
    integration: { provider: 'hubspot', state: 'action_needed' },
  };
  const german = {
    id: 'slow',
    seconds: 30,
    event: 'support_search',
    title: 'Hilfe?',
    locale: 'de',
  };
  expect(await list('es-MX')).toEqual({
    per_day: 3,
    messages: [{ ...when, title: '{integration} te necesita', locale: 'es' }, german],
  });
  const english = { title: '{integration} needs you', action: 'Reconnect', locale: 'en' };
  expect(await list('fr')).toEqual({ per_day: 3, messages: [{ ...when, ...english }, german] });
});
