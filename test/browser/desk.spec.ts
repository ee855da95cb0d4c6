import violations from '../support/axe.ts';
import { expect, test } from '../support/demo.ts';
import { desk, isAccessible, keyOfSession } from '../support/desk.ts';
import { sendRequest } from '../support/sendRequest.ts';

test('the desk shows queue, tags and escalation, and can move a request to another queue', async ({
  page,
}) => {
  await sendRequest(page, {});
  const subject = `Nothing is sent ${crypto.randomUUID()}`;
  await sendRequest(page, { subject, priority: 'critical' });
  const { open, list, row, request } = desk(page);
  await open();
  await expect(row(subject)).toContainText('Escalated');
  await expect(row(subject)).toContainText('Priority');
  await expect(row(subject).getByLabel('Unread')).toBeVisible();
  await row(subject).click();
  await expect(row(subject).getByLabel('Unread')).toHaveCount(0);
  await expect(request.getByRole('heading', { level: 2 })).toContainText(subject);
  await expect(request.getByText('Escalated')).toBeVisible();
  await expect(request.getByLabel('Tags')).toHaveValue('urgent');
  const queue = request.getByLabel('Queue');
  await expect(queue).toHaveValue('priority');
  await queue.selectOption('Billing');
  await expect(row(subject)).toContainText('Billing');
  await request.getByLabel('Tags').fill('urgent, invoice');
  await request.getByLabel('Tags').press('Enter');
  await list.getByLabel('Queue').selectOption('Deliverability');
  await expect(row(subject)).toHaveCount(0);
  await list.getByLabel('Queue').selectOption('Billing');
  await row(subject).click();
  await expect(request.getByLabel('Tags')).toHaveValue('urgent, invoice');
  await isAccessible(page);
});

test('a request shows its ticket in the help desk, and what is wrong there', async ({ page }) => {
  const subject = `Lives elsewhere ${crypto.randomUUID()}`;
  const id = await sendRequest(page, { subject });
  const url = 'https://acme.zendesk.example/agent/tickets/35';
  const problem = 'Zendesk rejects our credentials. Save new ones.';
  await page.route(`**/v1/agent/tickets/${id}`, async (route) => {
    const response = await route.fetch();
    const { data, ...envelope } = await response.json();
    const help_desk = { name: 'Zendesk', number: '#35', url, problem };
    await route.fulfill({ response, json: { ...envelope, data: { ...data, help_desk } } });
  });
  const { open, row, request } = desk(page);
  await open();
  await row(subject).click();
  await expect(request.getByRole('link', { name: 'Zendesk #35' })).toHaveAttribute('href', url);
  await expect(request.getByText(problem)).toBeVisible();
  await isAccessible(page);
});

test('the audit log shows who did what and when, page by page', async ({ page }) => {
  const id = await sendRequest(page, { subject: 'For the log' });
  await desk(page).open();
  const headers = { Authorization: `Bearer ${await keyOfSession(page)}` };
  for (let n = 0; n < 101; n++) await page.request.get(`/v1/agent/tickets/${id}`, { headers });
  await page.getByRole('button', { name: 'Audit log' }).click();
  const entries = page.locator('tbody tr');
  const opened = entries.filter({ hasText: 'GET agent/tickets/{id}' });
  await expect(opened.first()).toContainText('Marta Klein (agent)');
  await expect(opened.first()).toContainText(id);
  await expect(entries).toHaveCount(100);
  await page.getByRole('button', { name: 'Older entries' }).click();
  await expect.poll(() => entries.count()).toBeGreaterThan(101);
  await page.getByLabel('Action starts with').fill('POST agent/integrations');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(opened).toHaveCount(0);
  await expect(entries.first()).toContainText('POST agent/integrations');
  await isAccessible(page);
});

test.describe('with an expiring key', () => {
  test.use({ allowed: /status of 401/ });

  test('an admin invites an agent, and the link opens the desk until the agent is disabled', async ({
    page,
    context,
  }) => {
    await sendRequest(page, {});
    await desk(page).open();
    await page.getByRole('button', { name: 'Team' }).click();
    const name = `Ines ${crypto.randomUUID().slice(0, 6)}`;
    await page.getByLabel('Name').fill(name);
    await page.getByLabel('E-mail').fill(`${name.replace(' ', '.')}@penguinmails.example`);
    await page.getByLabel('Role', { exact: true }).selectOption('viewer');
    await page.getByRole('button', { name: 'Invite' }).click();
    const link = await page.getByRole('status').locator('code').innerText();

    const theirs = await context.newPage();
    await theirs.goto(link);
    await expect(theirs.getByText(name)).toBeVisible();
    expect(new URL(theirs.url()).hash).toBe('');
    await expect(theirs.getByRole('button', { name: 'Audit log' })).toHaveCount(0);
    const { list, request } = desk(theirs);
    await list.getByRole('listitem').first().getByRole('button').click();
    await expect(request.getByText('read only')).toBeVisible();
    await expect(request.getByRole('textbox')).toHaveCount(0);

    await page.getByRole('button', { name: `Disable ${name}` }).click();
    await expect(page.getByRole('button', { name: `Enable ${name}` })).toBeVisible();
    await theirs.reload();
    await expect(theirs.getByText(/the key has expired or was revoked/)).toBeVisible();
  });
});

test('an invalid key is explained, and signing out removes the key', async ({ page }) => {
  await desk(page).open();
  await page.getByRole('button', { name: 'Sign out' }).click();
  const key = page.getByLabel('Your key');
  await expect(key).toBeVisible();
  await page.reload();
  await key.fill('pk_live_of_a_page');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('A key starts with as_. Copy the whole key.')).toBeVisible();
  await isAccessible(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('either the list or the request is visible, and nothing is wider than the screen', async ({
    page,
  }) => {
    const subject = `${crypto.randomUUID()}${crypto.randomUUID()}`;
    await sendRequest(page, { subject, description: 'x'.repeat(300) });
    const { open, row, request, list } = desk(page);
    await open();
    expect(await violations(page, ['body'])).toEqual([]);
    await row(subject).click();
    await expect(list).toBeHidden();
    await expect(request.getByRole('button', { name: 'Send', exact: true })).toBeInViewport();
    const width = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await width()).toBe(390);
    await request.getByRole('button', { name: 'Back to the list' }).click();
    await page.setViewportSize({ width: 320, height: 256 });
    await row(subject).scrollIntoViewIfNeeded();
    await expect(row(subject)).toBeInViewport();
  });
});
