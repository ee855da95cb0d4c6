import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';
import { adminToken } from '../support/demoServer.ts';

interface Account {
  id: string;
  publishable_key: string;
}

/** Calls an administration endpoint of the demo's backend. */
async function administer(request: APIRequestContext, path: string, data: object) {
  const response = await request.post(`/v1/admin/accounts${path}`, {
    data,
    headers: { Authorization: `Bearer ${adminToken}` },
  });
  const body = await response.json();
  expect(response.ok(), JSON.stringify(body)).toBe(true);
  return body.data;
}

/** Opens a page of a new account with its widget. */
async function openPage(page: Page, origin: string): Promise<Account> {
  const account: Account = await administer(page.request, '', {
    name: 'Brief',
    email: 'support@brief.example',
    allowed_origins: [origin],
  });
  await page.route('**/brief.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><title>Brief</title><body>
        <script async src="/embed/support.js" data-api-key="${account.publishable_key}"
          data-base-url="/v1/" data-email="support@brief.example"></script>`,
    }),
  );
  await page.goto('/brief.html');
  return account;
}

async function write(page: Page, subject: string): Promise<void> {
  const { openForm, fill, panel, send } = widget(page);
  await openForm();
  await panel.getByLabel('E-mail').fill('ada@customer.example');
  await fill(subject, 'What we see since this morning.');
  await send.click();
}

test.use({ allowed: /status of (403|428)|ACCOUNT_CLOSED|is closed/ });

test('a request to a closed account stays in the form with mail offered, and is sent once the account is reopened', async ({
  page,
  baseURL,
}) => {
  const { id } = await openPage(page, new URL(baseURL ?? '').origin);
  const { panel, send } = widget(page);
  await write(page, 'Before');
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  await administer(page.request, `/${id}/close`, { keep_days: 30 });
  await page.reload();
  await write(page, 'While it is closed');
  await expect(panel.getByRole('alert')).toContainText('This page can’t send requests.');
  await expect(panel.getByRole('button', { name: 'Send by e-mail instead' })).toBeVisible();
  await expect(panel.getByLabel('Subject')).toHaveValue('While it is closed');
  await administer(page.request, `/${id}/reopen`, {});
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
});

test('on an account that demands a proof of work, a request is sent as always', async ({
  page,
  baseURL,
}) => {
  const { id } = await openPage(page, new URL(baseURL ?? '').origin);
  const response = await page.request.patch('/v1/admin/settings', {
    data: { proof_of_work: true },
    headers: { Authorization: `Bearer ${adminToken}`, 'X-Account-Id': id },
  });
  expect(response.ok()).toBe(true);
  const demanded = page.waitForResponse((answer) => answer.status() === 428);
  await write(page, 'With a proof');
  await demanded;
  await expect(widget(page).panel.getByText('We’ve got your request')).toBeVisible();
});
