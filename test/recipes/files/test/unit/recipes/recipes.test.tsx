// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, it } from 'vitest';
import { trackPanel } from '../../../src/analytics/trackPanel.ts';
import { checkConfig } from '../../../src/configErrors.ts';
import { createMessengerModel } from '../../../src/core/messenger.model.ts';
import { screens } from '../../../src/widgets/screens.ts';
import { createTestContext } from '../../support/fakes.ts';

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
