import type { Page } from '@playwright/test';
import violations from '../support/axe.ts';
import { expect, test } from '../support/demo.ts';

async function openPage(page: Page): Promise<void> {
  await page.goto('/webhooks/');
  // After the sign-in, the page suggests an address.
  await expect(page.getByLabel('Address')).toHaveValue(/\/receiver\/well$/);
}

test('an endpoint can be added and tested, and its deliveries can be read and repeated', async ({
  page,
}) => {
  await openPage(page);
  const add = async (kind: string) => {
    const address = page.getByLabel('Address');
    await address.fill(`${new URL(page.url()).origin}/receiver/${kind}`);
    await page.getByLabel('Attempts').fill('2');
    await page.getByLabel('Seconds between').fill('1');
    await page.getByRole('button', { name: 'Add endpoint' }).click();
    await expect(page.getByRole('status')).toContainText('Its secret, shown this once: ');
    await page
      .getByRole('button', { name: `Send a test to ${await address.inputValue()}` })
      .click();
    return page.getByRole('row').filter({ hasText: `/receiver/${kind}` });
  };
  const well = await add('well');
  await expect(well).toContainText('Delivered');
  await expect(well).toContainText('Thank you. The signature is right.');
  const flaky = await add('flaky');
  await expect(flaky).toContainText('Delivered');
  await expect(flaky.getByRole('cell').nth(3)).toHaveText('2');
  const failing = await add('failing');
  await expect(failing).toContainText('Dead letter');
  await expect(failing).toContainText('This receiver always fails.');
  await page.getByLabel('Show').selectOption('dead letters');
  await expect(well).toHaveCount(0);
  await failing.getByRole('button', { name: /^Retry webhook.test/ }).click();
  await expect(failing.getByRole('cell').nth(3)).toHaveText('3');
  await failing.getByText(/^webhook.test,/).click();
  await expect(failing.getByText('"message": "Hello from the demo')).toBeVisible();
  expect(await violations(page, ['body'])).toEqual([]);
  await page.getByRole('button', { name: /^Remove .*failing$/ }).click();
  await expect(page.getByText('The endpoint and its log are gone.')).toBeVisible();
  await expect(page.getByText('Nothing was sent yet.')).toBeVisible();
});

test.describe('rejections', () => {
  test.use({ allowed: /422/ });

  test('an address that is not http(s), and an empty list of events, show an error', async ({
    page,
  }) => {
    await openPage(page);
    await page.getByLabel('Address').fill('ftp://example.com/');
    await page.getByRole('button', { name: 'Add endpoint' }).click();
    await expect(page.getByRole('alert')).toHaveText(
      'Some fields are invalid. Correct them and try again.',
    );
    await page.getByLabel('Address').fill('https://example.com/');
    await page.getByLabel('ticket.created').uncheck();
    await page.getByRole('button', { name: 'Add endpoint' }).click();
    await expect(page.getByRole('alert')).toHaveText(
      'Some fields are invalid. Correct them and try again.',
    );
  });
});
