import { expect, test } from 'vitest';
import { draft } from './support/api.ts';
import { openForFile } from './support/database.ts';
import { openMailing } from './support/mailing.ts';

const mailing = openMailing(openForFile());

test('the customer receives their number, their text, and the expected response time', async () => {
  mailing.deliver();
  const ticket = await mailing.send();
  const { customer } = await mailing.delivered();
  const { email } = customer;
  expect(mailing.smtp.mails).toHaveLength(2);
  expect(email.subject).toBe(`[PM-1001] ${draft.subject}`);
  expect(email.from).toMatchObject({ name: 'Acme', address: 'no-reply@acme.example' });
  expect(email.to).toMatchObject([{ name: draft.name, address: draft.email }]);
  expect(email.replyTo).toMatchObject([{ address: 'help@acme.example' }]);
  const due = new Intl.DateTimeFormat('en', {
    dateStyle: 'full',
    timeStyle: 'short',
    timeZone: 'UTC',
  });
  for (const words of [
    'Hi Ada Lovelace,',
    'PM-1001',
    draft.description,
    due.format(new Date(ticket.estimated_first_response ?? '')),
  ]) {
    expect(email.text).toContain(words);
  }
  expect(customer.raw).toContain('Auto-Submitted: auto-generated');
  expect(customer.raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r?$/im);
});

test('the team receives everything, and its reply goes to the customer', async () => {
  mailing.deliver();
  const page = { url: 'https://app.acme.example/inbox', browser: 'Chromium 156', locale: 'en' };
  const context = { ...page, values: { campaignId: 'c1\nTier: gold' } };
  const fields = [{ id: 'area', label: 'Area', type: 'text', required: false }];
  await mailing.send(
    {
      priority: 'critical',
      customerTier: 'enterprise',
      context,
      customFields: { area: 'DNS' },
    },
    { fields: JSON.stringify(fields) },
  );
  const { email } = (await mailing.delivered()).team;
  expect(email.subject).toBe(`[PM-1001] Escalated, critical: ${draft.subject}`);
  expect(email.replyTo).toMatchObject([{ name: draft.name, address: draft.email }]);
  for (const words of [
    draft.description,
    'enterprise',
    'User ID: ada',
    'Area: DNS',
    ...Object.values(page),
    'campaignId: c1\n  Tier: gold',
  ]) {
    expect(email.text).toContain(words);
  }
});

test.each([
  ['es-MX', 'Hemos recibido tu solicitud', 'Hola, Ada Lovelace:'],
  ['de-AT', 'Ihre Anfrage ist bei uns eingegangen', 'Guten Tag Ada Lovelace,'],
  ['ja', 'お問い合わせを受け付けました', 'Ada Lovelace様'],
  ['AR-eg', 'وصلنا طلبك', 'مرحبًا Ada Lovelace،'],
  ['pl', 'We have received your request', 'Hi Ada Lovelace,'],
  ['constructor', 'We have received your request', 'Hi Ada Lovelace,'],
  ['es-!', 'Hemos recibido tu solicitud', 'Hola, Ada Lovelace:'],
])(
  'a page in %s gets a confirmation in its language, or else in English',
  async (locale, ...said) => {
    mailing.deliver();
    await mailing.send({ context: { locale } });
    const { email } = (await mailing.delivered()).customer;
    for (const words of said) expect(email.text).toContain(words);
  },
);

test.each([
  'x\r\nBcc: victim@evil.example',
  'x\nBcc: victim@evil.example\n\n<script>',
  'x\rBcc: victim@evil.example',
  'x\u2028Bcc: victim@evil.example',
  'x\u0085Bcc: victim@evil.example',
  '=?utf-8?q?x=0D=0ABcc:_victim@evil.example?=',
  '"x" <victim@evil.example>, y',
  `${'ü'.repeat(90)}\r\nBcc: victim@evil.example`,
])('no subject or name can add a header or a recipient: %j', async (text) => {
  mailing.deliver();
  await mailing.send({ subject: text, name: text }, { name: text });
  const mails = await mailing.delivered();
  for (const { email, to } of [mails.customer, mails.team]) {
    expect(to).toHaveLength(1);
    expect([...(email.bcc ?? []), ...(email.cc ?? [])]).toEqual([]);
    expect(email.to).toHaveLength(1);
    expect(email.headers.map(({ key }) => key)).not.toContain('bcc');
    const seen = text.replace('=?', '= ?').replaceAll(/\p{Cc}+/gu, ' ');
    expect(email.subject).toContain(seen);
  }
});
