import type { Locator, Page } from '@playwright/test';
import type { IntegrationInput } from '../../src/integrations/integrationInput.ts';
import { createDeferred } from '../support/deferred.ts';
import { expect, test, widget } from '../support/demo.ts';

const topOf = (field: Locator) => field.evaluate((element) => element.getBoundingClientRect().top);

/** Holds back the responses of a path until the returned function is called. */
async function holdBack(page: Page, path: string): Promise<() => void> {
  const released = createDeferred<void>();
  await page.route(path, async (route) => {
    await released.promise;
    await route.continue();
  });
  return () => released.resolve();
}

test('a line about the team that arrives late does not move the first field', async ({ page }) => {
  const people = ['Ada Lovelace', 'Ben Okri'];
  const released = createDeferred<void>();
  await page.route('**/support/config*', async (route) => {
    const response = await route.fetch();
    const { data, ...envelope } = await response.json();
    await released.promise;
    const team = { answers_in: 3_600, people };
    await route.fulfill({ response, json: { ...envelope, data: { ...data, team } } });
  });
  await page.goto('/');
  const { panel, openForm } = widget(page);
  await openForm();
  const category = panel.getByLabel('Category');
  await expect(category).toBeFocused();
  const before = await topOf(category);
  released.resolve();
  await expect(panel.getByText('We usually answer within an hour')).toBeVisible();
  expect(await topOf(category)).toBe(before);
});

const broken = {
  id: 'hubspot',
  name: 'HubSpot',
  provider: 'hubspot',
  lifecycle: 'error',
  connection: { state: 'error' },
} as const;

for (const [name, viewport] of Object.entries({
  'on a desktop': { width: 1100, height: 720 },
  'on a phone': { width: 390, height: 844 },
  'in a low window': { width: 320, height: 300 },
})) {
  test(`a known problem that arrives late does not move the field that has the focus, ${name}`, async ({
    page,
  }) => {
    await page.setViewportSize(viewport);
    await page.goto('/');
    // Other tests reconnect the integrations of the demo.
    const setIntegrations = (rows: readonly IntegrationInput[]) =>
      page.evaluate((list) => window.PenguinSupport?.('setIntegrations', list), rows);
    await setIntegrations([]);
    const { panel, openForm } = widget(page);
    await openForm();
    await panel.getByLabel('Category').selectOption('integration');
    const subject = panel.getByLabel('Subject');
    await subject.focus();
    const before = await topOf(subject);
    await setIntegrations([{ ...broken, error_type: 'authentication_error' }]);
    await panel.getByText('HubSpot: Reconnect needed.').waitFor();
    await expect.poll(() => topOf(subject)).toBeCloseTo(before, 0);
  });
}

test('suggestions and a passage that arrive late do not move the field that has the focus', async ({
  page,
}) => {
  await page.goto('/');
  const { panel, openForm, fill } = widget(page);
  const release = await holdBack(page, '**/support/kb/answer*');
  await openForm();
  await fill('How do I set up a DKIM record', 'The DKIM record of our domain is missing.');
  const priority = panel.getByLabel('Priority');
  await priority.focus();
  await panel.getByText('These articles may help').waitFor();
  const before = await topOf(priority);
  release();
  await panel.getByRole('region', { name: 'Answer' }).waitFor();
  await expect.poll(() => topOf(priority)).toBeCloseTo(before, 0);
});
