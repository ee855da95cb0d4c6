import { expect, test } from 'vitest';
import { openDevice } from './corpus.ts';

const articles = [
  {
    title: 'Set up SPF',
    headings: ['Add the record'],
    text: 'SPF names who may send for a domain.',
  },
  { title: 'Set up DKIM', text: 'DKIM signs each message. It works beside SPF.' },
  { title: 'Mailbox is disconnected', tags: ['imap'], text: 'Sign in to the mailbox again.' },
  { title: 'Warm-up schedule', text: 'Warm-up sends a few messages a day, then more.' },
  { title: 'Invoices and VAT', text: 'Every invoice is under Billing.' },
  { title: 'Emails land in spam', text: 'Deliverability depends on domains and content.' },
  { title: 'メールが届かない場合', text: '送信ドメインの設定を確認してください。' },
];
const { score, search } = openDevice(articles, {
  synonyms: [
    ['mailbox', 'email account'],
    ['invoice', 'receipt'],
  ],
});

test('a word in the title counts more than one in the text', () => {
  expect(search('spf').slice(0, 2)).toEqual(['Set up SPF', 'Set up DKIM']);
  expect(score('spf', 'Set up SPF')).toBeGreaterThan(0.7);
  expect(score('spf', 'Set up DKIM')).toBeLessThan(0.7);
});

test.each([
  ['a question', 'How do I set up an SPF record?', 'Set up SPF'],
  ['a slip', 'invocies', 'Invoices and VAT'],
  ['swapped letters of an acronym', 'sfp', 'Set up SPF'],
  ['a typo in an ending', 'deliverabilty', 'Emails land in spam'],
  ['an unfinished word', 'disconn', 'Mailbox is disconnected'],
  ['a synonym', 'receipts', 'Invoices and VAT'],
  ['a phrase that means the same', 'my email account fails', 'Mailbox is disconnected'],
  ['a word written apart', 'warm up schedule', 'Warm-up schedule'],
  ['a word written together', 'warmup schedule', 'Warm-up schedule'],
  ['a hyphen', 'e-mails in spam', 'Emails land in spam'],
  ['accents and case', 'ÍNVOICES', 'Invoices and VAT'],
  ['a language without spaces', '届かない', 'メールが届かない場合'],
])('%s finds its article', (_what, text, title) => {
  expect(search(text)[0]).toBe(title);
});

test.each([
  ['kalendar', ['Calendar']],
  ['clendar', ['Calendar']],
  ['caelndar', ['Calendar']],
  ['calxndxr', ['Calendar']],
  ['aclendar', ['Calendar']],
  ['hosst', ['Host']],
  ['hsot', ['Host']],
  ['hoxt', []],
  ['xalendax', []],
])('%s is a typo of %j', (typo, titles) => {
  const { find } = openDevice([{ title: 'Calendar' }, { title: 'Host' }, { title: 'Other' }]);
  const found = find(typo, { threshold: 0 }).map(({ article }) => article.title);
  expect(found).toEqual(titles);
});

test('an unfinished word only counts at the end', () => {
  expect(search('disconn')).not.toEqual([]);
  expect(search('disconn zzz')).toEqual([]);
});

test('words that are in no article reduce the score', () => {
  const plain = score('invoice', 'Invoices and VAT');
  expect(score('invoice penguin colony antarctica', 'Invoices and VAT')).toBeLessThan(plain);
});

test.each(['', '   ', 'how do I', '%', "'; drop table", '🐧', '\u202e', '!!!'])(
  'nothing is found for %j',
  (text) => {
    expect(search(text)).toEqual([]);
  },
);

test('a long message is matched by its content, not by its greeting, trace and signature', () => {
  const message = `Hello team,

since 2026-03-04 12:30 one of our mailboxes is disconnected and asks to sign in again, id 8f14e45fceea167a5a36dedd4bea2543.
See https://app.penguinmails.com/campaigns/spf/dkim?x=1
    at Object.send (/srv/invoices/vat.js:12:30)

Best regards,
Ada Invoice
Warm-up Ltd`;
  expect(search(message)[0]).toBe('Mailbox is disconnected');
  expect(score(message, 'Invoices and VAT')).toBeLessThan(0.2);
});

test('the category of the request changes the order slightly', () => {
  const text = 'why is my invoice disconnected';
  const [plain, tipped] = [undefined, 'general'].map((category) =>
    score(text, 'Invoices and VAT', category),
  );
  expect(tipped).toBeGreaterThan(plain ?? 1);
});

test('thanks at the beginning are not a signature', () => {
  const text = 'Thanks,\nwhere is my invoice\nplease';
  expect(search(text)).toEqual(['Invoices and VAT']);
});

test('long hostile texts are read quickly', () => {
  const started = performance.now();
  for (const part of ['x@', 'at ', 'thanks\n', 'a1', ' ', '\n', 'ab-', '件', 'word ', '>', 'a']) {
    search(part.repeat(20_000 / part.length));
  }
  expect(performance.now() - started).toBeLessThan(3_000);
});
