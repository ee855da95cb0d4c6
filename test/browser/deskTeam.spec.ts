import { expect, test } from '../support/demo.ts';
import { desk, inviteAgent, isAccessible } from '../support/desk.ts';
import { newVisitor, sendRequest } from '../support/sendRequest.ts';

test('two agents with the same request open see each other until one leaves', async ({
  page,
  browser,
}) => {
  const subject = crypto.randomUUID();
  await sendRequest(page, { subject });
  const mine = desk(page);
  await mine.open();
  await mine.row(subject).click();
  const key = await inviteAgent(page, `Ines ${subject.slice(0, 6)}`);
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await theirs.goto(new URL(`/desk/#${key}`, page.url()).href);
  await desk(theirs).row(subject).click();
  const notice = mine.request.getByRole('status').filter({ hasText: 'Ines' });
  await expect(notice).toContainText('has this request open.');
  await expect(desk(theirs).request.getByText('Marta Klein has this request open.')).toBeVisible();
  await desk(theirs).answer.fill('I write.');
  await expect(notice).toContainText('is writing a reply.');
  await isAccessible(page);
  await theirs.getByRole('button', { name: 'Canned replies' }).click();
  await expect(notice).toHaveCount(0);
  await context.close();
});

test('a request can be merged into another one of the customer, and the dialog explains the consequences', async ({
  page,
}) => {
  const [one, two] = [crypto.randomUUID(), crypto.randomUUID()];
  const visitor = newVisitor();
  const email = `${one}@customer.example`;
  await sendRequest(page, { subject: one, description: 'The first.', email }, visitor);
  await sendRequest(page, { subject: two, description: 'The second.', email }, visitor);
  const { open, row, request } = desk(page);
  await open();
  await row(two).click();
  await request.getByRole('button', { name: 'Merge' }).click();
  const dialog = page.getByRole('dialog', { name: /into another request/ });
  await expect(dialog).toContainText('You can’t undo this.');
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(dialog.getByRole('alert')).toHaveText('Choose a request, or enter its number.');
  await dialog.getByRole('button', { name: one }).click();
  await expect(dialog).toContainText('is not verified');
  await isAccessible(page);
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(request.getByRole('heading', { level: 2 })).toContainText(one);
  await expect(request.getByRole('log')).toContainText('The second.');
  await expect(request.getByRole('log')).toContainText('was merged into this request.');
  await expect(row(two)).toHaveCount(0);
});

test('an agent who is mentioned in a note finds it in their list', async ({ page, browser }) => {
  const subject = crypto.randomUUID();
  await sendRequest(page, { subject });
  const { open, row, request } = desk(page);
  await open();
  const name = `Zoe ${subject.slice(0, 6)}`;
  const key = await inviteAgent(page, name);
  await page.reload();
  await row(subject).click();
  await request.getByLabel('Internal note').check();
  const note = request.getByRole('textbox', { name: 'Internal note' });
  await note.pressSequentially('@zo');
  await expect(request.getByRole('option', { name: `@${name}` })).toBeVisible();
  await note.press('Enter');
  await expect(note).toHaveValue(`@${name} `);
  await note.pressSequentially('please look.');
  await request.getByRole('button', { name: 'Add note' }).click();
  const context = await browser.newContext();
  const theirs = await context.newPage();
  await theirs.goto(new URL(`/desk/#${key}`, page.url()).href);
  await theirs.getByRole('button', { name: 'Mentions 1' }).click();
  await expect(desk(theirs).row(subject)).toBeVisible();
  await context.close();
});
