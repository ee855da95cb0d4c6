import { expect, test } from 'vitest';
import { textOfHtml } from '../../server/ask/htmlText.ts';
import { splitMail } from '../../server/mail/in/splitMail.ts';
import { clients, own, quoted } from './support/mailClients.ts';
import { otherHeads } from './support/otherHeads.ts';

const answer = 'It stopped again at 40.\n\nCan you look at sales-3?';
const answerOf = (text: string) => splitMail(text, own).answer;

test.each(otherHeads)('quotes of %s are collapsed', (_name, head) => {
  expect(answerOf(`${answer}\n\n${head}\n\n${quoted.replaceAll(/^/gm, '> ')}\n`)).toBe(answer);
});

test.each([
  'Sent from my Galaxy',
  'Get Outlook for Android <https://aka.ms/AAb9ysg>',
  'Von meinem iPhone gesendet',
  'Sent with Proton Mail secure email.',
  'Enviado desde mi iPhone',
  'Отправлено с iPhone',
  '发自我的iPhone',
  'נשלח מה-iPhone שלי',
  'Sent from my Verizon, Samsung Galaxy smartphone',
  '(Sent from my mobile device)',
  'Get [Outlook for Android](https://aka.ms/ghei36)',
  'Von meinem Mobilgerät gesendet',
  'Obtenir Outlook pour iOS',
  'Få Outlook til iOS',
  'iOS용 Outlook 받기',
  '获取 iOS 版 Outlook',
  'Virenfrei. www.avast.com',
])('the line of a program, "%s", is collapsed', (line) => {
  expect(answerOf(`${answer}\n\n${line}\n`)).toBe(answer);
});

test('a quote whose long lines were wrapped is collapsed', () => {
  const head = `On Fri, 27 Nov 2026 at 10:05, Acme <${own.addresses[0]}> wrote:`;
  const long = `> ${'word '.repeat(14)}and then`;
  expect(answerOf(`${answer}\n\n${head}\n${long}\ngoes on here\n> more\n`)).toBe(answer);
  // A reply between the lines stands on its own.
  const between = `${head}\n${long}.\nYes.\n> more\n`;
  expect(answerOf(between)).toContain('Yes.');
});

test('a head whose address is wrapped below the name is collapsed', () => {
  const head = `From: Acme\n<${own.addresses[0]}>\nSent: Monday, November 30, 2026 4:37 PM\nTo: Ada\nSubject: Re: x`;
  expect(answerOf(`${answer}\n\n${head}\n\nHello`)).toBe(answer);
});

test('a sentence that begins like the line of a program stays', () => {
  const text = 'Hi.\n\nSent from my desk, which is easier than from my mobile phone.';
  expect(answerOf(text)).toBe(text);
});

test('our marker collapses quotes in unknown languages', () => {
  const quote = '> ##- Reply above this line -##\n> \n> Hi Ada,\n';
  expect(answerOf(`${answer}\n\nAcme kirjoitti eilen\n\n${quote}`)).toContain(answer);
  expect(answerOf(`${answer}\n\n${quote}`)).toBe(answer);
  expect(answerOf(`${answer}\n\n##- Responde encima de esta línea -##\n\nHola`)).toBe(answer);
});

test('a reply below the quote is the reply', () => {
  expect(answerOf(`${clients.gmail?.('en')}\n\n${answer}\n`)).toBe(answer);
  expect(answerOf(`Hi,\n\n${clients.gmail?.('de')}\n\n${answer}\n`)).toBe(`Hi,\n\n${answer}`);
});

test.each([
  [
    'quotes that are answered piece by piece',
    `On Nov 27, 2026, Acme <help@acme.example> wrote:\n> Which mailbox?\n\nsales-3\n\n> Since when?\n\nTuesday`,
  ],
  [
    'sections below lines',
    'One\n\n---\n\nTwo\n________________________________\nThree\n====\nFour\n*****\nFive',
  ],
  ['what stands below the greeting', 'It works.\n\nCheers,\nAda\n\nP.S. billing@ is still locked.'],
  ['dashes as a list', 'Three things:\n--\nfirst\n--\nsecond'],
  [
    'the head of a mail of theirs',
    'This bounced:\n\nFrom: Daemon <daemon@mail.example>\nDate: 2026-11-27 10:00\nTo: sales@customer.example\nSubject: Failure\n\nWhy?',
  ],
  ['a log that they quote', 'The log of 2026-11-27 10:00 says:\n\n> 421 4.7.0 Try again later'],
  [
    'a list of facts',
    'Request: PM-1042\nDate: 2026-11-27 10:00\nMailbox: sales-3\nMore: none\n\nThanks',
  ],
  [
    'the head of a mail of theirs to us',
    'This bounced:\n\nFrom: Ada <ada@customer.example>\nTo: help@acme.example\nDate: 2026-11-27 10:00\nSubject: Hi\n\nWhy?',
  ],
  [
    'settings with our address',
    'Host: smtp.acme.example\nPort: 587\nUser: help@acme.example\nSince: 2026-11-27\n\nIs it right?',
  ],
  [
    'a section with our address',
    '---- Settings ----\nUser Acme <help@acme.example>\nHost smtp\n\nSince 2026-11-27. Is it right?',
  ],
  ['our address before a colon', 'Call me at 10:00, do not write to help@acme.example:\n\n+49 123'],
  [
    'a mail of a colleague',
    'See below.\n\nOn Fri, Nov 27, 2026 at 9:00 AM Bob <bob@customer.example> wrote:\n> It stops.',
  ],
  ['a question about our marker', 'What does "##- Reply above this line -##" mean?'],
  [
    'a sentence that ends as a program does',
    'Nothing arrives.\n\nSent with the wrong domain, I think.',
  ],
  ['the second line of a sentence', 'Es wurde nichts\ngesendet von sales-3 seit Dienstag.'],
  ['a sentence that ends with a colon', 'On Friday 2026 at 10:00 it said:\n\nQuota exceeded'],
  [
    'what they wrote to each other',
    'Bob <bob@customer.example> wrote at 10:00:\n\nPlease ask Acme.',
  ],
])('%s are kept', (_name, text) => {
  expect(answerOf(text)).toBe(text);
});

test('a signature after two dashes and a space is collapsed, and dashes alone are not', () => {
  expect(answerOf(`${answer}\n\n-- \nAda Lovelace\nCustomer Ltd\n`)).toBe(answer);
});

test('dashes without a space begin a signature if names and addresses follow', () => {
  expect(answerOf(`${answer}\n\n--\nAda Lovelace\nCustomer Ltd.\nada@customer.example\n`)).toBe(
    answer,
  );
  const sections = [
    `${answer}\n\n--\nDoes it help to log in again?`,
    `${answer}\n\n--\nThis is what the log said yesterday.`,
    `${answer}\n\n--\nP.S. Thanks`,
    `One\n\n--\nTwo\n\n--\nThree`,
  ];
  for (const text of sections) expect(answerOf(text)).toBe(text);
});

test('a signature below a quote is collapsed with it', () => {
  const quote = '> Hi Ada,\n> \n> your request has reached us.';
  for (const signature of ['--\nAda Lovelace', '-- \nAda\nCustomer Ltd', 'Sent from my iPhone']) {
    const head = `On Wed, Dec 9, Acme\n<${own.addresses[0]}>\nwrote:`;
    expect(answerOf(`${answer}\n\n${head}\n${quote}\n\n${signature}\n`)).toBe(answer);
  }
});

test('a reply below a quote without quote marks is the reply', () => {
  const quote = clients['outlook for windows']?.('en') ?? '';
  expect(answerOf(`${quote}\n\n${answer}\n`)).toBe(answer);
  expect(answerOf(`${quote}\n\n-- \nAda\n`)).toBe('');
  expect(answerOf(quote)).toBe('');
  // Nothing shows where this quote ends.
  const open = quote.replace('Acme Support', '').trim();
  expect(answerOf(`${open}\n\n${answer}\n`)).toBe(`${open}\n\n${answer}`);
});

test.each([
  'on at ',
  '\n',
  '>',
  '> a\n',
  '-- \n',
  '\n--\nx\n',
  `${'>'.repeat(10_000)}\n`,
  'On Friday Acme ',
  ' \n> \n',
  '##- ',
  '<',
  'a@',
  '1.',
  ':',
  '_',
  'From: x\n',
  `From: Acme ${own.addresses[0]} 10:00 2026\n`,
  'On 2026 10:00 a <b@c.de> wrote:\n',
  'On 2026 10:00 <b@c.de> wrote:\n> x\n\na\n',
  '<div>',
  '<blockquote>',
  '<p>&nbsp;</p>',
  '<b><p>',
  '<table><tr><td>',
  '<a href=x>',
  '&amp;',
])('a hundred thousand characters of %j are read quickly', (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length));
  splitMail(text.slice(0, 5_000), own);
  const start = process.cpuUsage();
  splitMail(text, own);
  textOfHtml(text);
  const { user } = process.cpuUsage(start);
  // Several times the usual duration, for slow machines. An algorithm that is not linear would take
  // many seconds.
  expect(user / 1_000).toBeLessThan(500);
});
