import { expect, test } from '../support/demo.ts';
import { sendRequest } from '../support/sendRequest.ts';

test('what happens elsewhere leaves the focus, the draft and what was read in the inbox', async ({
  page,
}) => {
  const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
  const id = await sendRequest(page, { subject: first });
  await sendRequest(page, { subject: second });
  await page.goto('/inbox/');
  const row = (subject: string) => page.getByRole('button', { name: subject });
  const conversation = page.getByRole('main');
  const answer = conversation.getByRole('textbox', { name: 'Message' });
  await row(first).click();
  await answer.fill('Half of an answer');
  await row(second).click();
  await expect(conversation.getByRole('heading')).toContainText(second);
  await expect(answer).toHaveValue('');
  await row(first).click();
  await expect(answer).toHaveValue('Half of an answer');

  const log = await conversation.getByRole('log').elementHandle();
  await row(second).focus();
  const note = { body: 'See [the docs](https://docs.example/spf), **first**', internal: true };
  await page.evaluate(
    async ({ ticket, data }) => {
      const session = await fetch('/inbox/session.json', { method: 'POST' });
      await fetch(`/v1/agent/tickets/${ticket}/messages`, {
        method: 'POST',
        headers: {
          Authorization: `Bearer ${(await session.json()).token}`,
          'Content-Type': 'application/json',
          'Idempotency-Key': crypto.randomUUID(),
        },
        body: JSON.stringify(data),
      });
    },
    { ticket: id, data: note },
  );
  const link = conversation.getByRole('link', { name: 'the docs' });
  await expect(link).toHaveAttribute('href', 'https://docs.example/spf');
  await expect(row(second)).toBeFocused();
  await expect(answer).toHaveValue('Half of an answer');
  expect(await log?.evaluate((element) => element.isConnected)).toBe(true);

  await conversation.getByRole('combobox', { name: 'Status' }).selectOption('pending');
  await expect(row(first)).toContainText('pending');
  await conversation.getByRole('combobox', { name: 'Status' }).focus();
  const third = crypto.randomUUID();
  await sendRequest(page, { subject: third });
  await expect(row(third)).toBeVisible();
  await expect(conversation.getByRole('combobox', { name: 'Status' })).toBeFocused();
});
