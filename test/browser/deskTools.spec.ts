import { expect, test } from '../support/demo.ts';
import { desk, isAccessible } from '../support/desk.ts';
import { sendRequest } from '../support/sendRequest.ts';

// A shortcut that is wrong.
test.use({ allowed: /status of 422/ });

test('an admin writes a canned reply, and it is inserted by keys with the values of the request', async ({
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
  await expect(page.getByRole('cell', { name: `/${shortcut}` })).toBeVisible();

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
  await request.getByRole('searchbox', { name: 'Words of the canned reply' }).fill(shortcut);
  await request.getByRole('button', { name: `/${shortcut}` }).click();
  await expect(answer).toHaveValue(/^Hi /);
  await expect(answer).toBeFocused();
});
