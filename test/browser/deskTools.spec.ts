import { expect, test } from '../support/demo.ts';
import { desk, isAccessible } from '../support/desk.ts';
import { newVisitor, replyTo, sendRequest } from '../support/sendRequest.ts';

// An invalid shortcut causes this error.
test.use({ allowed: /status of 422/ });

test('an admin writes a canned reply, and the keyboard inserts it with the values of the request', async ({
  page,
}) => {
  const subject = crypto.randomUUID();
  await sendRequest(page, { subject });
  const shortcut = `r${crypto.randomUUID().slice(0, 6)}`;
  const { open, row, request, answer } = desk(page);
  await open();
  await page.getByRole('button', { name: 'Canned replies' }).click();
  await page.getByRole('button', { name: 'New canned reply' }).click();
  await expect(page.getByLabel('Name')).toBeFocused();
  await page.getByLabel('Name').fill(`Refund ${shortcut}`);
  await page.getByLabel('Shortcut').fill('two words');
  await page
    .getByLabel('Text')
    .fill('Hi {{customer.first_name|there}}, {{ticket.subject}} of {{organization.name}}.');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('alert')).toContainText('shortcut: Must be');
  await page.getByLabel('Shortcut').fill(`/${shortcut}`);
  await isAccessible(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('rowheader', { name: `/${shortcut}` })).toBeVisible();

  await page.getByRole('button', { name: 'Inbox' }).click();
  await row(subject).click();
  await answer.fill('First.\n');
  await answer.pressSequentially(`/${shortcut.slice(0, 4)}`);
  const option = request.getByRole('option', { name: `/${shortcut}` });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await isAccessible(page);
  await answer.press('Enter');
  const left = 'of {{organization.name}}.';
  await expect(answer).toHaveValue(new RegExp(`^First\\.\nHi \\w+, ${subject} `));
  await expect(answer).toHaveValue(new RegExp(left.replaceAll(/[{}.]/g, '\\$&')));
  await answer.press('Control+Enter');
  await expect(request.getByRole('alert')).toContainText('Not sent.');
  await request.getByRole('button', { name: '{{organization.name}}' }).click();
  await page.keyboard.type('Northwind');
  await answer.press('Control+Enter');
  await expect(request.getByRole('log')).toContainText('of Northwind.');
  await expect(answer).toHaveValue('');

  await request.getByRole('button', { name: 'Canned reply' }).click();
  await request.getByRole('searchbox', { name: 'Search canned replies' }).fill(shortcut);
  await request.getByRole('button', { name: `/${shortcut}` }).click();
  await expect(answer).toHaveValue(/^Hi /);
  await expect(answer).toBeFocused();
});

test('a snoozed request is in its own list, and returns when the customer writes', async ({
  page,
}) => {
  const subject = crypto.randomUUID();
  const visitor = newVisitor();
  const id = await sendRequest(page, { subject }, visitor);
  const { open, row, request } = desk(page);
  await open();
  await row(subject).click();
  await request.getByLabel('Snooze').selectOption({ label: 'Tomorrow, 9:00' });
  await expect(request.getByText(/^Snoozed until .*09:00/)).toBeVisible();
  await isAccessible(page);
  await page.getByRole('button', { name: /^New/ }).click();
  await expect(row(subject)).toHaveCount(0);
  await page.getByRole('button', { name: /^Snoozed/ }).click();
  await expect(row(subject)).toContainText('Snoozed');
  await request.getByRole('button', { name: 'End snooze' }).click();
  await expect(row(subject)).toHaveCount(0);
  await request.getByLabel('Snooze').selectOption({ label: 'Choose a date' });
  const date = request.getByLabel('Snooze until 9:00 on');
  await expect(date).toBeFocused();
  const inTenDays = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
  await date.fill(inTenDays);
  await date.press('Enter');
  await expect(row(subject)).toBeVisible();
  await replyTo(page, { id, visitor, body: 'Any news?' });
  await expect(row(subject)).toHaveCount(0);
  await expect(request.getByRole('log')).toContainText('Any news?');
  await page.getByRole('button', { name: /^New/ }).click();
  await expect(row(subject)).toBeVisible();
});

test('a list can be sorted, filtered and saved, and its count is updated', async ({ page }) => {
  const [low, high] = [`low ${crypto.randomUUID()}`, `high ${crypto.randomUUID()}`];
  const tag = `t${crypto.randomUUID().slice(0, 6)}`;
  await sendRequest(page, { subject: high, priority: 'high' });
  await sendRequest(page, { subject: low, priority: 'low' });
  const { open, list, row, request } = desk(page);
  await open();
  for (const subject of [high, low]) {
    await row(subject).click();
    await expect(request.getByRole('heading', { level: 2 })).toContainText(subject);
    await request.getByLabel('Tags').fill(tag);
    await request.getByLabel('Tags').press('Enter');
    await expect(request.getByLabel('Tags')).toHaveValue(tag);
  }
  await list.getByRole('button', { name: 'Filter' }).click();
  await list.getByLabel('Tag').fill(tag);
  await list.getByLabel('Tag').press('Enter');
  const rows = list.getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await list.getByLabel('Sort').selectOption('Highest priority first');
  await expect(rows.first()).toContainText(high);
  await isAccessible(page);
  await list.getByLabel('Filter name').fill(`Saved ${tag}`);
  await list.getByRole('button', { name: 'Save' }).click();
  const saved = page.getByRole('button', { name: `Saved ${tag}` }).first();
  await expect(saved).toHaveText(`Saved ${tag} 2`);
  await page.getByRole('button', { name: /^All/ }).click();
  await saved.click();
  await expect(rows).toHaveCount(2);
  await list.getByLabel('Filter by priority').selectOption('Low');
  await expect(rows).toHaveCount(1);
  await list.getByRole('button', { name: `Delete “Saved ${tag}”` }).click();
  await expect(saved).toHaveCount(0);
});
