import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { draft } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { openMailing } from './support/mailing.ts';
import { until } from './support/until.ts';

const mailing = openMailing(openForFile());

test('a mail server that is down gets the mails later, once', async () => {
  await mailing.smtp.close();
  mailing.deliver();
  const ticket = await mailing.send();
  expect(ticket.ticket_number).toBe('PM-1001');
  await until(async () => (await mailing.jobs()).every(({ attempts }) => attempts >= 3));
  expect((await mailing.jobs()).map(({ last_error }) => last_error)).toEqual(
    Array(2).fill(expect.stringContaining('ESOCKET')),
  );
  await mailing.restart({ port: mailing.smtp.port });
  await mailing.delivered();
  expect(mailing.smtp.mails).toHaveLength(2);
});

test('a mail that may have arrived is sent again with the same id', async () => {
  let failures = 2;
  await mailing.restart({ failAfterData: () => failures-- > 0 });
  mailing.deliver();
  await mailing.send();
  await mailing.delivered();
  const ids = mailing.smtp.mails.map(({ email }) => email.messageId);
  expect(ids).toHaveLength(4);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^<[\da-f-]{36}@acme\.example>$/);
});

test('a permanently rejected recipient is not retried, and the team is still notified', async () => {
  await mailing.restart({ reject: (address) => (address === draft.email ? 550 : undefined) });
  mailing.deliver();
  await mailing.send();
  await until(() => mailing.smtp.mails.length === 1);
  const kept = await until(async () =>
    (await mailing.jobs()).find(({ failed_at }) => failed_at !== null),
  );
  expect(kept.attempts).toBe(1);
  expect(kept.last_error).not.toContain(draft.email);
});

test('a mail server that hangs delays neither the response nor the stop', async () => {
  const hanging = createServer(() => {});
  await new Promise<void>((resolve) => hanging.listen(0, '127.0.0.1', resolve));
  const address = hanging.address();
  if (address === null || typeof address === 'string') throw new Error('Not a TCP port.');
  mailing.deliver(`smtp://127.0.0.1:${address.port}`);
  await mailing.send();
  await until(async () => (await mailing.jobs()).every(({ attempts }) => attempts === 1));
  await mailing.stop();
  // Both were released, so another process claims them immediately.
  mailing.deliver();
  await mailing.delivered();
  expect(mailing.smtp.mails).toHaveLength(2);
  hanging.close();
});
