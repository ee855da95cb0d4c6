import { expect, test } from '../support/demo.ts';
import { desk, isAccessible, keyOfSession } from '../support/desk.ts';
import { sendRequest } from '../support/sendRequest.ts';

test('changes elsewhere do not affect the focus, the draft and the read state in the desk', async ({
  page,
}) => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  const id = await sendRequest(page, { subject: first });
  await sendRequest(page, { subject: second });
  const { open, row, request, answer } = desk(page);
  await open();
  await row(first).click();
  await answer.fill('Half of an answer');
  await row(second).click();
  await expect(request.getByRole('heading', { level: 2 })).toContainText(second);
  await expect(answer).toHaveValue('');
  await row(first).click();
  await expect(answer).toHaveValue('Half of an answer');

  const log = await request.getByRole('log').elementHandle();
  await row(second).focus();
  const key = await keyOfSession(page);
  const answered = await page.request.post(`/v1/agent/tickets/${id}/messages`, {
    headers: { Authorization: `Bearer ${key}`, 'Idempotency-Key': crypto.randomUUID() },
    data: { body: 'See [the docs](https://docs.example/spf), **first**', internal: true },
  });
  expect(answered.ok()).toBe(true);
  const link = request.getByRole('link', { name: 'the docs' });
  await expect(link).toHaveAttribute('href', 'https://docs.example/spf');
  await expect(row(second)).toBeFocused();
  await expect(answer).toHaveValue('Half of an answer');
  expect(await log?.evaluate((element) => element.isConnected)).toBe(true);
  await page.reload();
  await row(first).click();
  await expect(answer).toHaveValue('Half of an answer');

  const status = request.getByRole('combobox', { name: 'Status' });
  await status.selectOption('pending');
  await expect(row(first)).toContainText('Waiting for customer');
  await status.focus();
  const third = crypto.randomUUID();
  await sendRequest(page, { subject: third });
  await expect(row(third)).toBeVisible();
  await expect(status).toBeFocused();
});

test('an agent can read, reply, attach and resolve with the keyboard only', async ({ page }) => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  await sendRequest(page, { subject: first });
  await sendRequest(page, { subject: second });
  const { open, row, request, answer } = desk(page);
  await open();
  await expect(row(second)).toBeVisible();
  const heading = request.getByRole('heading', { level: 2 });
  await page.keyboard.press('j');
  await expect(heading).toContainText(second);
  await page.keyboard.press('j');
  await expect(heading).toContainText(first);
  await page.keyboard.press('r');
  await expect(answer).toBeFocused();
  await page.keyboard.type('j k r: it works now.');
  await request.getByLabel('Files').setInputFiles({
    name: 'steps.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('One, two.'),
  });
  await expect(request.getByText('steps.txt')).toBeVisible();
  await answer.press('Control+Shift+Enter');
  await expect(request.getByRole('log')).toContainText('j k r: it works now.');
  await expect(request.getByRole('log').getByRole('link', { name: 'steps.txt' })).toBeVisible();
  await expect(request.getByRole('combobox', { name: 'Status' })).toHaveValue('resolved');
  await expect(answer).toHaveValue('');
  await answer.press('Escape');
  await page.keyboard.press('a');
  await expect(request.getByRole('combobox', { name: 'Assignee' })).not.toHaveValue('');
  await page.keyboard.press('/');
  await page.keyboard.type(second);
  await expect(row(first)).toHaveCount(0);
  await expect(row(second)).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search' }).blur();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('a word of a message or a note is found, and the list shows where', async ({ page }) => {
  const subject = crypto.randomUUID();
  const word = `kw${crypto.randomUUID().slice(0, 8)}`;
  await sendRequest(page, { subject, description: 'Nothing arrives.' });
  const { open, list, row, request, answer } = desk(page);
  await open();
  await row(subject).click();
  await answer.fill(`Add the **${word}** record.`);
  await request.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(row(subject)).toContainText(`Add the ${word} record.`);
  await list.getByRole('searchbox', { name: 'Search' }).fill(word.slice(0, 9));
  await expect(row(subject).locator('mark')).toHaveText(word);
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await isAccessible(page);
  await list.getByRole('searchbox', { name: 'Search' }).fill('');
  await request.getByRole('combobox', { name: 'Status' }).selectOption('resolved');
  await page.getByRole('button', { name: /^Unassigned/ }).click();
  await expect(row(subject)).toHaveCount(0);
});

test('a link to an article can be inserted, and a note is only visible to the team', async ({
  page,
}) => {
  const subject = crypto.randomUUID();
  await sendRequest(page, { subject });
  const { open, row, request, answer } = desk(page);
  await open();
  await row(subject).click();
  await request.getByRole('button', { name: 'Insert article' }).click();
  await request.getByRole('searchbox', { name: 'Search titles' }).fill('set up spf');
  await request
    .getByRole('button', { name: /Set up SPF/ })
    .first()
    .click();
  await expect(answer).toHaveValue(/\[Set up SPF.*\]\(article:[a-z-]+\)/);
  await expect(answer).toBeFocused();
  await request.getByLabel('Internal note').check();
  await request.getByRole('textbox', { name: 'Internal note' }).fill('They ask the second time.');
  await request.getByRole('button', { name: 'Add note' }).click();
  await expect(request.getByRole('log')).toContainText('They ask the second time.');
  await expect(request.getByText('Internal note ·')).toBeVisible();
});
