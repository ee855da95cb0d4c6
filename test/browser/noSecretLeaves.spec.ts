import type { Request } from '@playwright/test';
import { expect, heard, openPage, test, widget } from '../support/analyticsPage.ts';

test.use({ permissions: ['local-network-access'] });

const secret = (field: string) => `sesame-${field}-4711`;

/** Requests that contain what a person wrote, because the person sends it with them. */
const meant = /\/v1\/support\/(tickets|kb\/(search|answer|suggest|articles\/[^/]+\/feedback))/;

test('typed text only leaves the page with the request, the reply, the rating and the search', async ({
  page,
  posthog,
}) => {
  const sent: Request[] = [];
  page.on('request', (request) => sent.push(request));
  await openPage(page, {
    query: `?code=${secret('query')}#${secret('fragment')}`,
    options: {
      user: { id: 'user_secrets', email: `${secret('host')}@example.com`, name: secret('host') },
      posthog: { apiKey: 'phc_support', host: posthog.host },
      fields: [{ id: 'order', label: 'Order number', type: 'text', required: false }],
    },
  });
  // The demo's backend does not know this field, so it is removed from the request after typing and
  // sending.
  await page.route('**/v1/support/tickets', (route) => {
    if (route.request().method() !== 'POST') return route.continue();
    const { customFields: _unknown, ...body } = route.request().postDataJSON();
    return route.continue({ postData: JSON.stringify(body) });
  });
  const { launcher, panel, send } = widget(page);
  await page.getByLabel('Of the page').fill(secret('page'));
  await launcher.click();
  await page.evaluate((query) => window.PenguinSupport?.('search', query), secret('search'));
  const names = async () => (await heard(page)).map(({ name }) => name);
  await expect.poll(names).toContain('support_search');
  await page.evaluate(() => window.PenguinSupport?.('open', 'ticket'));
  await panel.getByLabel('Category').selectOption('technical');
  await panel.getByLabel('Subject').fill(secret('subject'));
  await panel
    .getByLabel('Description')
    .fill(`${secret('description')} ${secret('mail')}@example.com`);
  await panel.getByLabel('Order number').fill(secret('custom'));
  const stored = page.waitForResponse(
    (one) => one.request().method() === 'POST' && one.url().endsWith('/support/tickets'),
  );
  await send.click();
  const { id } = (await (await stored).json()).data;
  await panel.getByRole('button', { name: 'View request' }).click();
  await panel.getByLabel('Your reply').fill(secret('reply'));
  await panel.getByLabel('Your reply').press('Control+Enter');
  await expect.poll(() => sent.some((one) => one.postData()?.includes(secret('reply')))).toBe(true);
  const resolve = {
    data: { status: 'resolved' },
    headers: { Authorization: 'Bearer sk_test_demo' },
  };
  expect((await page.request.patch(`/v1/agent/tickets/${id}`, resolve)).status()).toBe(200);
  await panel.getByRole('radio', { name: '2 of 5, not so good' }).check({ force: true });
  await panel.getByLabel('Anything to add?').fill(secret('comment'));
  await panel.getByRole('button', { name: 'Send rating' }).click();
  await expect
    .poll(() => posthog.events.map(({ event }) => event))
    .toContain('support_csat_submit');
  const sentBatches = () => sent.filter((one) => one.url().endsWith('/support/events'));
  const rated = () => sentBatches().some((one) => one.postData()?.includes('support_csat_submit'));
  await expect.poll(rated, { timeout: 20_000 }).toBe(true);
  await page.reload();

  const carriers = sent
    .filter((one) =>
      /sesame/.test(`${one.url()} ${one.postData()} ${JSON.stringify(one.headers())}`),
    )
    .filter((one) => !one.isNavigationRequest() && !/\/(embed|analytics-test)/.test(one.url()))
    .map((one) => new URL(one.url()).pathname);
  expect(carriers.filter((path) => !meant.test(path))).toEqual([]);
  expect(carriers.length).toBeGreaterThan(3);
  expect(posthog.asked.length).toBeGreaterThan(5);
  const analytics = [
    ...sentBatches().map((one) => one.postData()),
    ...posthog.asked.map(({ text }) => text),
  ];
  expect(analytics.join('\n')).not.toMatch(/sesame|4711|@example/);
});
