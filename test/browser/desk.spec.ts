import type { Page } from '@playwright/test';
import violations from '../support/axe.ts';
import { expect, test } from '../support/demo.ts';
import { sendRequest } from '../support/sendRequest.ts';

const rows = (page: Page) => page.locator('#tickets li');

test('the inbox shows queue, tags and escalation, and moves a request to another queue', async ({
  page,
}) => {
  await sendRequest(page, {});
  const subject = `Nothing is sent ${crypto.randomUUID()}`;
  await sendRequest(page, { subject, priority: 'critical' });
  await page.goto('/inbox/');
  const critical = rows(page).filter({ hasText: subject });
  await expect(critical).toContainText('Escalated');
  await expect(critical).toContainText('Priority');
  await critical.getByRole('button').click();
  const request = page.locator('#conversation');
  await expect(request.getByRole('heading')).toContainText(subject);
  await expect(request.locator('header')).toContainText('Escalated');
  await expect(request.locator('header')).toContainText('urgent');
  const queue = request.getByLabel('Queue');
  await expect(queue).toHaveValue('priority');
  await queue.selectOption('Billing');
  await expect(critical).toContainText('Billing');
  await page.getByRole('navigation').getByLabel('Queue').selectOption('Deliverability');
  await expect(critical).toHaveCount(0);
  await page.getByRole('navigation').getByLabel('Queue').selectOption('Billing');
  await expect(critical).toHaveCount(1);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page, ['body'])).toEqual([]);
  }
});

test('the audit log says who did what and when, a page at a time', async ({ page }) => {
  const id = await sendRequest(page, { subject: 'For the log' });
  await page.goto('/inbox/');
  await page.evaluate(async (opened) => {
    const session = await fetch('/inbox/session.json', { method: 'POST' });
    const headers = { Authorization: `Bearer ${(await session.json()).token}` };
    for (let n = 0; n < 101; n++) await fetch(`/v1/agent/tickets/${opened}`, { headers });
  }, id);
  await page.getByRole('link', { name: 'Audit log' }).click();
  const entries = page.locator('#entries tr');
  const opened = entries.filter({ hasText: 'GET agent/tickets/{id}' });
  await expect(opened.first()).toContainText('Marta Klein (agent)');
  await expect(opened.first()).toContainText(id);
  await expect(entries).toHaveCount(100);
  await page.getByRole('button', { name: 'Older entries' }).click();
  await expect.poll(() => entries.count()).toBeGreaterThan(101);
  await page.getByLabel('How the action begins').fill('POST agent/integrations');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(opened).toHaveCount(0);
  await expect(entries.first()).toContainText('POST agent/integrations');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await violations(page, ['body'])).toEqual([]);
  }
});
