import type { Page } from '@playwright/test';
import * as z from 'zod/mini';
import { listIntegrations } from '../../src/contract/integration.ts';
import { TicketPage } from '../../src/contract/ticket.ts';
import { createDeferred } from '../support/deferred.ts';
import { expect, test, widget } from '../support/demo.ts';
import { followRows } from '../support/followRows.ts';

/** Changes the data of the next responses of a path, and holds them back until `release`. */
async function holdBack(page: Page, path: string, change = (data: unknown): unknown => data) {
  const released = createDeferred<void>();
  await page.route(`**/v1/${path}`, async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    await released.promise;
    await route.fulfill({ response, json: { ...body, data: change(body.data) } });
  });
  return { release: () => released.resolve(), end: () => page.unroute(`**/v1/${path}`) };
}

test('what arrives late moves no row of the lists and of the status', async ({ page }) => {
  await page.goto('/');
  const { panel, fill, send } = widget(page);
  for (const subject of ['First of two', 'Second of two']) {
    await page.evaluate(() => window.PenguinSupport?.('newTicket', { subject: '' }));
    await fill(subject, 'A list that is shown must not move.');
    await send.click();
    await panel.getByText('We’ve got your request').waitFor();
  }
  await page.evaluate(() => window.PenguinSupport?.('open', 'home'));
  await panel.getByRole('button', { name: 'See all' }).waitFor();
  const { moved } = await followRows(page);
  await moved();

  await test.step('requests', async () => {
    const list = await holdBack(page, 'support/tickets', (data) => {
      const { tickets, next_cursor } = z.parse(TicketPage, data);
      const added = tickets
        .slice(-1)
        .map((one) => ({ ...one, id: crypto.randomUUID(), subject: 'From elsewhere' }));
      return { tickets: [...added, ...tickets.reverse()], next_cursor };
    });
    await panel.getByRole('button', { name: 'See all' }).click();
    await panel.getByRole('button', { name: 'First of two' }).waitFor();
    await moved();
    list.release();
    await panel.getByRole('button', { name: 'From elsewhere' }).waitFor();
    expect(await moved()).toEqual([]);
    await list.end();
  });
  await test.step('status', async () => {
    await page.evaluate(() => window.PenguinSupport?.('open', 'status'));
    await panel.getByRole('button', { name: 'Slack' }).waitFor();
    await moved();
    const status = await holdBack(page, 'integrations', (data) => {
      const { incidents, ...others } = z.parse(listIntegrations.reply, data);
      const started_at = new Date().toISOString();
      const about = { title: 'Sending is slow', severity: 'high', status: 'identified' };
      const late = { id: 'late', started_at, resolved_at: null, integrations: [], updates: [] };
      return { ...others, incidents: [...incidents, { ...late, ...about }] };
    });
    status.release();
    await panel.getByRole('button', { name: 'Check' }).click();
    await panel.getByText('Sending is slow').waitFor();
    expect(await moved()).toEqual([]);
    await status.end();
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  test('an answer that arrives late is offered, and moves no result', async ({ page }) => {
    await page.goto('/');
    const { panel } = widget(page);
    const answer = await holdBack(page, 'support/kb/answer');
    await page.evaluate(() => window.PenguinSupport?.('open', 'search'));
    await panel.getByRole('combobox').fill('how do I set up a dkim record');
    await panel.getByRole('option', { name: 'Set up DKIM' }).first().waitFor();
    const { moved } = await followRows(page);
    answer.release();
    const offer = panel.getByRole('button', { name: 'Show the answer' });
    await offer.waitFor();
    expect(await moved()).toEqual([]);
    await offer.tap();
    await expect(panel.getByRole('region', { name: 'Answer', exact: true })).toBeVisible();
  });
});

test('a reply does not move a conversation that is read higher up, and a button leads to it', async ({
  page,
}) => {
  await page.goto('/');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('A long story', Array.from({ length: 60 }, (_, line) => `Line ${line}`).join('\n'));
  await send.click();
  await panel.getByRole('button', { name: 'View request' }).click();
  const own = panel.getByText('Line 1\n');
  await own.evaluate((text) => text.scrollIntoView({ block: 'start' }));
  const top = () => own.evaluate((text) => text.getBoundingClientRect().top);
  const before = await top();

  const headers = await agentOf(page);
  const { data } = await (
    await page.request.get('/v1/agent/tickets?query=A+long+story', { headers })
  ).json();
  await page.request.post(`/v1/agent/tickets/${data.tickets[0].id}/messages`, {
    headers: { ...headers, 'Idempotency-Key': crypto.randomUUID() },
    data: { body: 'The end of it.', internal: false },
  });
  const newer = panel.getByRole('button', { name: 'New messages' });
  await newer.click({ trial: true });
  expect(await top()).toBe(before);
  await newer.click();
  await expect(panel.getByText('The end of it.')).toBeInViewport();
  await expect(newer).toHaveCount(0);
});

/** Signs in as the agent of the demo. Returns the headers of their requests. */
async function agentOf(page: Page): Promise<Record<string, string>> {
  const headers = { Origin: new URL(page.url()).origin };
  const { token } = await (await page.request.post('/inbox/session.json', { headers })).json();
  return { Authorization: `Bearer ${token}` };
}
