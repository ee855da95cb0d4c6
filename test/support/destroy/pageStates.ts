import { widget } from '../demo.ts';
import {
  badge,
  button,
  call,
  demo,
  field,
  openForm,
  openScreenshot,
  panelText,
  type State,
  shown,
} from './reach.ts';

export const pageStates: Record<string, State> = {
  'the status': {
    async reach(page) {
      await call(page, 'open', 'status');
      await panelText(page, 'HubSpot');
    },
  },
  'one integration': {
    async reach(page) {
      await call(page, 'open', 'status');
      await widget(page).panel.getByText('HubSpot').first().click();
      await widget(page).panel.getByRole('heading', { name: 'HubSpot' }).first().waitFor();
    },
  },
  'the health on the button': {
    options: { ...demo, healthDot: true },
    reach: (page) => page.locator('penguin-support [role=img]').waitFor({ state: 'attached' }),
  },
  'a proactive message': {
    options: { ...demo, proactive: true },
    reach: (page) => page.locator('penguin-support [part=message]').waitFor(),
  },
  'a badge with its popover': {
    html: badge,
    async reach(page) {
      await page.locator('penguin-status-badge [part=badge]').click();
      await page.getByRole('dialog', { name: 'HubSpot' }).waitFor();
    },
  },
  'a badge on its way': { html: badge, held: /v1\/integrations/ },
  'a summary': {
    html: '<penguin-status-summary></penguin-status-summary>',
    reach: (page) => shown(page, 'penguin-status-summary'),
  },
  'the help menu, open': {
    html: '<penguin-help-center></penguin-help-center>',
    async reach(page) {
      await page.locator('penguin-help-center button').click();
      await page.getByRole('menu').waitFor();
    },
  },
  'a button in the page': {
    html: '<penguin-support-button></penguin-support-button>',
    reach: (page) => shown(page, 'penguin-support-button'),
  },
  'an element whose target is missing': {
    html: '<penguin-help-center for="nowhere"></penguin-help-center>',
    reach: (page) => shown(page, 'penguin-help-center'),
  },
  'a widget placed, its code on its way': {
    html: '<div id="place"></div>',
    held: /embed\/HelpCenter-/,
    reach: (page) =>
      page.evaluate(() => {
        const place = document.getElementById('place');
        if (place) window.PenguinSupport?.('place', 'helpCenter', place);
      }),
  },
  'suggestions at a field of the page': {
    html: field,
    async reach(page) {
      await page.evaluate(() => {
        const one = document.getElementById('field');
        if (one) window.PenguinSupport?.('attachSuggestions', one);
      });
      await page.locator('penguin-suggestions').waitFor({ state: 'attached' });
      await page.getByLabel('Field').pressSequentially('Set up an SPF record');
      await page.locator('penguin-suggestions').getByRole('option').first().waitFor();
    },
  },
  'a screenshot of the screen, asked for': {
    async reach(page) {
      await page.evaluate(() => {
        const never = { value: () => new Promise(() => {}) };
        Object.defineProperty(MediaDevices.prototype, 'getDisplayMedia', never);
      });
      await openScreenshot(page);
      await button(page, 'Take screenshot').click();
    },
  },
  'a screenshot drawn, in the editor': {
    async reach(page) {
      await page.evaluate(() => {
        const deny = { value: () => Promise.reject(new DOMException('No.', 'NotAllowedError')) };
        Object.defineProperty(MediaDevices.prototype, 'getDisplayMedia', deny);
      });
      await openScreenshot(page);
      await button(page, 'Take screenshot').click();
      await button(page, 'Capture the page instead').click();
      await widget(page).panel.locator('canvas').waitFor();
    },
  },
  'the window of a provider, open': {
    async reach(page) {
      await call(page, 'open', 'status');
      await widget(page).panel.getByText('HubSpot').first().click();
      const opened = page.waitForEvent('popup');
      await widget(page)
        .panel.getByRole('button', { name: /^(Reconnect|Connect)$/ })
        .first()
        .click();
      await (await opened).getByRole('link', { name: 'Allow', exact: true }).waitFor();
    },
  },
  'a native dialog of the page': {
    html: '<dialog id="d"><input aria-label="Theirs"></dialog>',
    async reach(page) {
      await page.evaluate(() => document.querySelector('dialog')?.showModal());
      await page.locator('dialog > penguin-support').waitFor({ state: 'attached' });
    },
  },
  'a phone': {
    async reach(page) {
      await page.setViewportSize({ width: 390, height: 844 });
      await openForm(page);
    },
  },
  'events that wait for consent': {
    options: { ...demo, consent: 'unknown' },
    reach: openForm,
  },
  'a PostHog that does not come': {
    options: { ...demo, flags: { supportButton: 'support' } },
    reach: openForm,
  },
  'hidden by the page': {
    async reach(page) {
      await call(page, 'hide');
      await call(page, 'setTheme', 'dark');
    },
  },
};
