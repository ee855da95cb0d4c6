import { describe, expect, it } from 'vitest';
import { completed } from '../../../src/integrations/integrationInput.ts';
import { stateLine, stateReason, summaryWords } from '../../../src/widgets/stateWords.ts';
import { createFakeApi, createTestContext } from '../../support/fakes.ts';
import { expiredToken, integrationOf } from '../../support/samples.ts';

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

async function open() {
  const context = createTestContext({ api: createFakeApi({}) });
  return { context, i18n: context.i18n, model: await context.integrations.load() };
}

describe('stateReason', () => {
  it('explains a type of error, and what to do', async () => {
    const { i18n } = await open();
    const broken = integrationOf('1', { ...expiredToken, name: 'HubSpot', reason: 'It rejected.' });
    const sentence = 'HubSpot didn’t accept our sign-in. Reconnect to continue.';
    expect(stateReason(broken, 'action_needed', i18n)).toBe(sentence);
  });

  it('shows the text of the host', async () => {
    const { i18n } = await open();
    const reason = 'HubSpot rejected our token at 14:02';
    const broken = integrationOf('1', { ...expiredToken, name: 'HubSpot', reason });
    expect(stateReason(broken, 'action_needed', i18n)).toBe(`${reason}. Reconnect to continue.`);
  });

  it('shows nothing about an error that has ended', async () => {
    const { i18n } = await open();
    const well = integrationOf('1', { name: 'HubSpot', reason: 'It failed.' });
    expect(stateReason(well, 'ok', i18n)).toBe('HubSpot is working.');
  });
});

describe('stateLine', () => {
  it.each([
    ['Checked 3 min. ago', { health: { state: 'healthy', lastCheck: minutesAgo(3) } }],
    ['Failed now', { health: { state: 'unhealthy' } }],
    ['Last check 40 min. ago', { health: { state: 'healthy', lastCheck: minutesAgo(40) } }],
    ['Not checked yet', {}],
    ['Not connected', { connection: { state: 'disconnected' } }],
    ['Connect to start', { connection: { state: 'disconnected' }, can_reconnect: true }],
    ['Will be switched off', { lifecycle: 'deprecated' }],
    ['Planned work', { lifecycle: 'maintenance' }],
  ] as const)('is “%s”', async (line, part) => {
    const { i18n, model } = await open();
    expect(stateLine(completed({ id: 'a', name: 'A', ...part }), model, i18n)).toBe(line);
  });
});

describe('summaryWords', () => {
  it.each([
    ['Working', { count: 1, working: 1, worst: 'ok' }],
    ['All 12 working', { count: 12, working: 12, worst: 'ok' }],
    ['11 of 12 working', { count: 12, working: 11, worst: 'down' }],
    ['Not checked yet', { count: 12, working: 0, worst: 'unknown' }],
    ['Not checked yet', { count: 0, working: 0, worst: undefined }],
  ] as const)('is “%s”', async (words, summary) => {
    const { i18n } = await open();
    expect(summaryWords(summary, i18n)).toBe(words);
  });

  it.each([
    ['es', 1, 'Funciona'],
    ['es', 3, 'Las 3 funcionan'],
    ['ar', 2, 'كلاهما يعمل'],
    ['he', 2, 'שניהם פועלים'],
  ])('has the plural forms of the language: %s, %d', async (locale, count, words) => {
    const { i18n } = await open();
    await i18n.setLocale(locale);
    expect(summaryWords({ count, working: count, worst: 'ok' }, i18n)).toBe(words);
  });
});
