import { expect, test } from 'vitest';
import { openForFile } from './support/database.ts';
import { mailOf, openMailIn } from './support/mailIn.ts';
import { openMailing } from './support/mailing.ts';
import { until } from './support/until.ts';

const database = openForFile();
const mailing = openMailing(database);

/** Returns the mails to `address`, when no mail is queued any more. */
async function sentTo(address: string) {
  await until(async () => (await mailing.jobs()).length === 0);
  return mailing.smtp.mails.filter(({ to }) => to.includes(address));
}

test('the sender to an account without requests by mail is informed where to write instead', async () => {
  const { send, domain } = await openMailIn(database);
  const from = 'bob@new.example';
  const headers = { From: from, 'Content-Language': 'de-DE', 'Message-ID': '<one@new.example>' };
  const write = (more = {}) =>
    send(mailOf({ ...headers, Subject: 'Buy now', ...more }, 'Cheap.'), `help@${domain}`, from);
  expect(await write()).toMatchObject({ reason: 'closed' });
  await write({ 'Message-ID': '<two@new.example>' });
  mailing.deliver();
  const [answer, ...more] = await sentTo(from);
  expect(more).toEqual([]);
  expect(answer?.email.subject).toBe('Ihre E-Mail an Acme');
  expect(answer?.email.text).toContain('Hilfe-Button');
  expect(answer?.email.inReplyTo).toBe('<one@new.example>');
  expect(answer?.raw).toContain('Auto-Submitted: auto-replied');
  // The sender may be forged, so the mail contains none of their text.
  expect(answer?.raw).not.toMatch(/Buy now|Cheap/);
});

test('the sender of a reply to a deleted conversation is informed', async () => {
  const { send, domain } = await openMailIn(database);
  const from = 'carol@new.example';
  const gone = `reply+${'0'.repeat(32)}@${domain}`;
  expect(await send(mailOf({ From: from }, 'And now?'), gone, from)).toMatchObject({
    reason: 'unknown_address',
  });
  mailing.deliver();
  expect(await sentTo(from)).toHaveLength(1);
});

test('robots, lists and the account itself get no notice', async () => {
  const { send, domain } = await openMailIn(database);
  const to = `help@${domain}`;
  await send(mailOf({ From: 'a@list.example', 'List-Id': '<x.example>' }, 'News'), to);
  await send(mailOf({ From: 'a@away.example', 'Auto-Submitted': 'auto-replied' }, 'Away'), to);
  await send(mailOf({ From: 'no-reply@acme.example' }, 'Ours'), to, 'no-reply@acme.example');
  mailing.deliver();
  for (const address of ['a@list.example', 'a@away.example', 'no-reply@acme.example']) {
    expect(await sentTo(address)).toEqual([]);
  }
});
