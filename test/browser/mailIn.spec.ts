import type { Page } from '@playwright/test';
import { expect, test, widget } from '../support/demo.ts';

/** Replies to the confirmation of a request like the customer's mail program. */
async function answerByMail(page: Page, subject: string, answer: { text: string; from?: string }) {
  const find = async () => {
    const { mails } = await (await page.request.get('/mailbox.json')).json();
    return mails.find(
      (mail: { subject: string; replyTo: string }) =>
        mail.subject.includes(subject) && mail.replyTo.includes('reply+'),
    );
  };
  await expect.poll(find).toBeTruthy();
  const { id } = await find();
  const headers = { Origin: new URL(page.url()).origin };
  return page.request.post('/mailbox/reply', { headers, data: { id, ...answer } });
}

test('a reply by mail shows its sender, and its complete text on demand, to both sides', async ({
  page,
}) => {
  await page.goto('/customers.html?as=user_ada');
  const { panel, launcher, openForm, fill, send } = widget(page);
  await openForm();
  await fill('Answered by a colleague', 'Please look at the warm-up.');
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  const from = 'Grace Hopper <grace@northwind.example>';
  const answer = { text: 'The warm-up runs again.', from };
  expect((await answerByMail(page, 'Answered by a colleague', answer)).status()).toBe(204);

  await page.reload();
  await launcher.click();
  await panel.getByRole('button', { name: /Answered by a colleague/ }).click();
  const row = panel.getByRole('article').filter({ hasText: 'The warm-up runs again.' });
  await expect(row).toContainText('Grace Hopper');
  await expect(row).toContainText('from another address');
  await expect(row).not.toContainText('Reply above this line');
  await row.getByRole('button', { name: 'Show the full e-mail' }).press('Enter');
  await expect(row).toContainText('Reply above this line');

  await page.goto('/inbox/');
  await page.getByRole('button', { name: /Answered by a colleague/ }).click();
  const seen = page.getByRole('article').filter({ hasText: 'The warm-up runs again.' });
  await expect(seen).toContainText('from another address, grace@northwind.example');
  await seen.getByText('Show the full e-mail').press('Enter');
  await expect(seen.getByText('Reply above this line')).toBeVisible();
});

test('the team sees rejected mails with the reason', async ({ page }) => {
  await page.goto('/customers.html?as=user_ada');
  const { panel, openForm, fill, send } = widget(page);
  await openForm();
  await fill('Never delivered', 'Please look at the warm-up.');
  await send.click();
  await expect(panel.getByText('We’ve got your request')).toBeVisible();
  const bounce = { text: 'Could not be delivered.', from: 'mailer-daemon@northwind.example' };
  await answerByMail(page, 'Never delivered', bounce);
  await page.goto('/inbox/');
  await page.getByRole('button', { name: 'Rejected e-mails' }).click();
  const mail = page.getByRole('row').filter({ hasText: 'Never delivered' });
  await expect(mail).toContainText('mailer-daemon@northwind.example');
  await expect(mail).toContainText('Delivery failure (bounce)');
});
