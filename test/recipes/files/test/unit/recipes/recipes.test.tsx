// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import queries from '../../../bench/relevance/queries.json' with { type: 'json' };
import { findArticleFiles } from '../../../server/kb/articleFiles.ts';
import { readFolder } from '../../../server/kb/folder.ts';
import { trackPanel } from '../../../src/analytics/trackPanel.ts';
import { checkConfig } from '../../../src/configErrors.ts';
import { createFeatures } from '../../../src/core/features.ts';
import { createMessengerModel } from '../../../src/core/messenger.model.ts';
import { displayState } from '../../../src/integrations/displayState.ts';
import { looks } from '../../../src/integrations/stateLook.ts';
import { loadLanguage } from '../../../src/relevance/language.ts';
import { profileVersion } from '../../../src/relevance/profile.ts';
import { screens } from '../../../src/widgets/screens.ts';
import { createTestContext } from '../../support/fakes.ts';
import { openDevice } from '../relevance/corpus.ts';

afterEach(cleanup);

it('shows the new screen with its sentence', async () => {
  const { tips } = screens;
  if (!('load' in tips)) throw new Error('The screen has no chunk of its own.');
  const context = createTestContext();
  const screen = (await tips.load(context))(context);
  expect(render(screen.render()).container.textContent).toBe('Tips for your first campaign');
});

it('accepts the new option, and names its allowed values', () => {
  expect(checkConfig({ signature: 'The team' })).toEqual([]);
  expect(checkConfig(JSON.parse('{"signature":1}'))[0]?.message).toBe(
    'Option "signature" is 1; allowed: a text. It is ignored.',
  );
});

it('fires the new event', () => {
  const events: string[] = [];
  const messenger = createMessengerModel();
  const stop = trackPanel(messenger, (name) => void events.push(name));
  messenger.open();
  messenger.close();
  stop();
  expect(events).toEqual(['support_panel_open', 'support_panel_glance', 'support_panel_close']);
});

it('shows the new state in its color', () => {
  const state = displayState({
    lifecycle: 'error',
    connection: { state: 'error', ever_connected: true },
    health: { state: 'unhealthy', lastCheck: null, interval: 60 },
    error_type: 'rate_limit_error',
  });
  expect(state).toBe('limited');
  expect(looks.limited.tone).toBe('amber');
});

it('accepts the new feature, and a flag hides it', () => {
  const flags = { formSuggestions: { key: 'form-suggestions', default: false } };
  expect(checkConfig({ flags })).toEqual([]);
  expect(createFeatures(flags).isShown('formSuggestions')).toBe(false);
});

it('finds an article in the new language by another form of its words', async () => {
  await loadLanguage('it');
  const { search } = openDevice([{ title: 'Cambiare le fatture' }], { locale: 'it' });
  expect(search('cambiato fattura')).toEqual(['Cambiare le fatture']);
  expect(profileVersion).toBeGreaterThan(15);
});

it('reads the new article, which its query names', async () => {
  const { files } = await findArticleFiles('demo/articles');
  const { articles } = await readFolder('demo/articles', files, () => undefined);
  const { right } = queries.find(({ query }) => query === 'visit the office') ?? {};
  expect(articles.map(({ slug }) => slug)).toEqual(expect.arrayContaining(right ?? ['none']));
});
