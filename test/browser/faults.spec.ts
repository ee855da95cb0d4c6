import type { Route } from '@playwright/test';
import { expect, outage, test, widget } from '../support/demo.ts';

test.use({ allowed: new RegExp(`${outage.source}|The backend does not (know|allow)`) });

const envelope = (code: string, details: unknown[] = []) =>
  JSON.stringify({ success: false, error: { code, message: 'No.', details, request_id: 'req_1' } });

/**
 * Temporary faults: the request waits in the outbox, which says so and offers all other ways. Tests
 * of the outbox have many more.
 */
const passing: Record<string, (route: Route) => Promise<void>> = {
  'answers HTML': (route) =>
    route.fulfill({ status: 200, contentType: 'text/html', body: '<h1>Log in</h1>' }),
  'answers 429 for a minute': (route) =>
    route.fulfill({
      status: 429,
      headers: { 'Retry-After': '60' },
      body: envelope('RATE_LIMITED'),
    }),
};

for (const [what, response] of Object.entries(passing)) {
  test(`if the backend ${what}, the request is stored and sent later, and mail is offered`, async ({
    page,
  }) => {
    await page.route('**/v1/support/tickets', response);
    await page.goto('/');
    const { launcher, panel, openForm, fill, send } = widget(page);
    await openForm();
    await fill(`Keep me ${what}`, 'These words must not be lost.');
    await send.click();
    await expect(panel.getByText('Saved. We’ll send it once we can')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Send by e-mail instead' })).toBeVisible();
    await expect(panel.getByText('support@penguinmails.com')).toBeVisible();

    await page.reload();
    await launcher.click();
    await panel.getByRole('button', { name: `Keep me ${what}` }).click();
    await page.unroute('**/v1/support/tickets');
    const again = panel.getByRole('button', { name: /Try (now|again)/ });
    const receipt = panel.getByText('We’ve got your request');
    // It may be sent automatically before the press.
    await expect(async () => {
      if (await again.isVisible()) await again.click({ timeout: 1_000 });
      await expect(receipt).toBeVisible({ timeout: 1_000 });
    }).toPass();
  });
}

const rejecting = { 401: 'INVALID_KEY', 403: 'ORIGIN_NOT_ALLOWED' };

test('if the backend rejects the page, the text is kept and mail is offered', async ({ page }) => {
  await page.goto('/');
  const { panel, openForm, openNextForm, fill, send } = widget(page);
  await openForm();
  for (const [status, code] of Object.entries(rejecting)) {
    await test.step(`the backend responds with ${status}`, async () => {
      await page.unroute('**/v1/support/tickets');
      await page.route('**/v1/support/tickets', (route) =>
        route.fulfill({ status: Number(status), body: envelope(code) }),
      );
      await openNextForm();
      await fill(`Keep me ${status}`, 'These words must not be lost.');
      await send.click();
      await expect(panel.getByRole('alert')).toContainText(/can’t send requests/);
      await expect(panel.getByLabel('Description')).toHaveValue('These words must not be lost.');

      await panel.getByRole('button', { name: 'Send by e-mail instead' }).click();
      const link = panel.getByRole('link', { name: 'Open mail app' });
      const href = String(await link.getAttribute('href'));
      expect(decodeURIComponent(href)).toContain(`Keep me ${status}`);
      expect(decodeURIComponent(href)).toContain('These words must not be lost.');
    });
  }
});

test('a 422 is shown beside its field', async ({ page }) => {
  await page.route('**/v1/support/tickets', (route) =>
    route.fulfill({
      status: 422,
      body: envelope('VALIDATION_ERROR', [{ field: 'subject', message: 'Must not shout.' }]),
    }),
  );
  await page.goto('/');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('LOUD', 'Why?');
  await send.click();
  await expect(panel.getByLabel('Subject')).toHaveAccessibleDescription('Must not shout.');
  await expect(panel.getByLabel('Subject')).toBeFocused();
});

test('the request is sent after a short delay that a 429 asks for', async ({ page }) => {
  let rejections = 0;
  await page.route('**/v1/support/tickets', (route) =>
    route.request().method() === 'POST' && rejections++ === 0
      ? route.fulfill({
          status: 429,
          headers: { 'Retry-After': '1' },
          body: envelope('RATE_LIMITED'),
        })
      : route.continue(),
  );
  await page.goto('/');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('Patience', 'One moment.');
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
});

test('a lost response after the ticket was stored does not create a second ticket', async ({
  page,
}) => {
  let lost = 0;
  await page.route('**/v1/support/tickets', async (route) => {
    if (route.request().method() !== 'POST' || lost++ > 0) return route.continue();
    await route.fetch();
    await route.abort('connectionreset');
  });
  await page.goto('/strict.html');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('Only once', 'The answer got lost.');
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible({ timeout: 20_000 });
  await panel.getByRole('button', { name: 'Back to help' }).click();
  await expect(panel.getByRole('button', { name: /Only once/ })).toHaveCount(1);
});

test('if a part of the widget does not load, the text is kept and mail is offered', async ({
  page,
}) => {
  await page.route('**/embed/client-*.js', (route) => route.abort());
  await page.goto('/');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('No client', 'The chunk is blocked.');
  await send.click();
  await expect(panel.getByRole('button', { name: 'Send by e-mail instead' })).toBeVisible();
  await expect(panel.getByLabel('Subject')).toHaveValue('No client');
});
