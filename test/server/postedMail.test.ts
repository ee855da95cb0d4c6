import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import { expect, test } from 'vitest';
import { mailgun } from '../../server/providers/mailgun.ts';
import { sendgrid } from '../../server/providers/sendgrid.ts';

const pair = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
const publicKey = pair.publicKey.export({ format: 'der', type: 'spki' }).toString('base64');
const boundary = 'a-boundary';
type Part = string | Buffer | { file?: string; type: string; content: string };

function formOf(parts: Record<string, Part>): Buffer {
  const bytes = Object.entries(parts).flatMap(([name, part]) => {
    const isText = typeof part === 'string' || Buffer.isBuffer(part);
    const fileName = isText || part.file === undefined ? '' : `; filename="${part.file}"`;
    const more = isText ? '' : `${fileName}\r\nContent-Type: ${part.type}`;
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n`;
    return [head, isText ? part : part.content, '\r\n'];
  });
  return Buffer.concat([...bytes, `--${boundary}--\r\n`].map((one) => Buffer.from(one)));
}

const contentType = `multipart/form-data; boundary=${boundary}`;
const now = Date.now();
const timestamp = String(Math.floor(now / 1_000));
const url = 'https://api.acme.example/v1/webhooks';

async function throughSendgrid(parts: Record<string, Part>) {
  const body = formOf({
    headers: 'Message-ID: <a@customer.example>\nFrom: Ada <ada@customer.example>\n',
    from: 'Ada <ada@customer.example>',
    envelope: JSON.stringify({ to: ['reply+1@in.acme.example'], from: 'ada@customer.example' }),
    subject: 'Re',
    ...parts,
  });
  const signed = Buffer.concat([Buffer.from(timestamp), body]);
  const headers = new Headers({
    'Content-Type': contentType,
    'X-Twilio-Email-Event-Webhook-Timestamp': timestamp,
    'X-Twilio-Email-Event-Webhook-Signature': sign('sha256', signed, pair.privateKey).toString(
      'base64',
    ),
  });
  const request = { method: 'POST', url, headers, body, now };
  const result = await sendgrid.inbound?.receive({ webhook_public_key: publicKey }, request);
  return typeof result === 'object' ? result.events[0]?.received : result;
}

async function throughMailgun(parts: Record<string, Part>) {
  const signature = createHmac('sha256', 'key').update(`${timestamp}token`).digest('hex');
  const body = formOf({
    timestamp,
    token: 'token',
    signature,
    recipient: 'reply+1@in.acme.example',
    sender: 'ada@customer.example',
    from: '"Ada" <ada@customer.example>',
    subject: 'Re',
    'message-headers': JSON.stringify([['Message-Id', '<a@customer.example>']]),
    ...parts,
  });
  const headers = new Headers({ 'Content-Type': contentType });
  const request = { method: 'POST', url, headers, body, now };
  const result = await mailgun.inbound?.receive({ webhook_signing_key: 'key' }, request);
  return typeof result === 'object' ? result.events[0]?.received : result;
}

const jis = Buffer.from('\x1b$B$3$s$K$A$O\x1b(B', 'latin1');

test.each([
  [
    'iso-8859-1',
    Buffer.from('Grüße, es geht wieder nicht.', 'latin1'),
    'Grüße, es geht wieder nicht.',
  ],
  ['windows-1252', Buffer.from('49 \x80', 'latin1'), '49 €'],
  ['iso-2022-jp', jis, 'こんにちは'],
  ['UTF-8', Buffer.from('Grüße'), 'Grüße'],
])(
  'SendGrid signs the bytes of a mail in %s, which is decoded by its charset',
  async (charset, text, seen) => {
    const charsets = JSON.stringify({
      to: 'UTF-8',
      subject: 'UTF-8',
      from: 'UTF-8',
      text: charset,
    });
    expect(await throughSendgrid({ text, charsets })).toMatchObject({
      text: seen,
      from: 'ada@customer.example',
      fromName: 'Ada',
      messageId: '<a@customer.example>',
    });
  },
);

const file = { file: 'log.txt', type: 'text/plain', content: '421' };

for (const [name, through, html] of [
  ['SendGrid', throughSendgrid, 'html'],
  ['Mailgun', throughMailgun, 'body-html'],
] as const) {
  test(`a mail with only HTML and its files arrive through ${name}`, async () => {
    const received = await through({ [html]: '<p>It stopped again.</p>', attachment1: file });
    expect(received).toMatchObject({
      htmlText: 'It stopped again.',
      files: [{ name: 'log.txt', isInline: false }],
    });
  });

  test(`files without a name arrive through ${name}, and signatures are not files`, async () => {
    const received = await through({
      'attachment-1': { type: 'image/png', content: 'png' },
      attachment2: { file: 'smime.p7s', type: 'application/pkcs7-signature', content: 'x' },
    });
    expect(received).toMatchObject({ files: [{ name: 'file-1.png' }] });
  });

  test(`HTML that says more than the text arrives through ${name}`, async () => {
    const texts = (text: string, shown: string) =>
      through({ text, 'body-plain': text, [html]: `<p>${shown}</p>` });
    expect(await texts('Use an HTML program.', 'It stopped again.')).toMatchObject({
      text: '',
      htmlText: 'Use an HTML program.\n\nIt stopped again.',
    });
    expect(await texts('It stopped', 'It stopped. Since Tuesday, in all mailboxes.')).toMatchObject(
      {
        text: '',
        htmlText: 'It stopped. Since Tuesday, in all mailboxes.',
      },
    );
    const same = await texts('同じ文\nです', '同じ文です <a href="https://a.example/b">x</a>');
    expect(same).toMatchObject({ text: '同じ文\nです' });
  });

  test(`a text that is too long to be stored is also a file, through ${name}`, async () => {
    const text = 'It stopped. '.repeat(50_000);
    const received = await through({ text, 'body-plain': text });
    expect(received).toMatchObject({ files: [{ name: 'mail.txt', isWhole: true }] });
  });

  test.each([
    ['ada@customer.example (Ada Lovelace)', 'Ada Lovelace'],
    ['"Lovelace, Ada" <ada@customer.example>', 'Lovelace, Ada'],
    ['=?utf-8?B?w4FkYQ==?= <ada@customer.example>', 'Áda'],
    ['Áda <ada@customer.example>, Bob <bob@customer.example>', 'Áda'],
    ['', ''],
  ])(`the sender %j is read through ${name}`, async (from, fromName) => {
    const received = await through({ from, text: 'Hi', 'body-plain': 'Hi' });
    expect(received).toMatchObject({ from: 'ada@customer.example', fromName });
  });

  test(`an invitation through ${name} is recognized, and a calendar that a person attached is a file`, async () => {
    const calendar = { type: 'text/calendar', content: 'METHOD:REQUEST\r\n' };
    expect(await through({ attachment1: calendar })).toMatchObject({ isInvitation: true });
    const attachment1 = { ...calendar, file: 'i.ics' };
    const sent = (type: string) =>
      through({
        attachment1,
        headers: `Content-Type: ${type}\n`,
        'message-headers': JSON.stringify([['Content-Type', type]]),
      });
    expect(await sent('multipart/alternative; boundary=b')).toMatchObject({ isInvitation: true });
    expect(await sent('multipart/mixed; boundary=b')).toMatchObject({ isInvitation: false });
  });
}

test.each([
  ['SendGrid', throughSendgrid, 'email'],
  ['Mailgun', throughMailgun, 'body-mime'],
] as const)('a complete mail that %s posts is read', async (_name, through, field) => {
  const raw = Buffer.from(
    'From: Ada <ada@customer.example>\r\nMessage-ID: <b@customer.example>\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nGr\xfc\xdfe',
    'latin1',
  );
  expect(await through({ [field]: raw })).toMatchObject({
    text: 'Grüße',
    messageId: '<b@customer.example>',
    to: ['reply+1@in.acme.example'],
  });
});
