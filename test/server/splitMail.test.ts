import { expect, test } from 'vitest';
import { textOfHtml } from '../../server/ask/htmlText.ts';
import { splitMail } from '../../server/mail/in/splitMail.ts';
import { clients, languages, own } from './support/mailClients.ts';

const answer = 'It stopped again at 40.\n\nCan you look at sales-3?';
const answerOf = (text: string) => splitMail(text, own).answer;
const answerOfHtml = (html: string) => answerOf(textOfHtml(html).text);

for (const [client, below] of Object.entries(clients)) {
  test.each(languages)(`what ${client} quotes is folded in %s, and kept`, (language) => {
    const mail = `${answer}\n\n${below(language)}\n`;
    expect(answerOf(mail)).toBe(answer);
    expect(splitMail(mail, own).whole).toContain('your request has reached us.');
  });
}

test('our marker folds what no language is known for', () => {
  const quote = '> ##- Reply above this line -##\n> \n> Hi Ada,\n';
  expect(answerOf(`${answer}\n\nAcme kirjoitti eilen\n\n${quote}`)).toContain(answer);
  expect(answerOf(`${answer}\n\n${quote}`)).toBe(answer);
  expect(answerOf(`${answer}\n\n##- Responde encima de esta línea -##\n\nHola`)).toBe(answer);
});

test('an answer below the quote is the answer', () => {
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
  ['a sentence that ends with a colon', 'On Friday 2026 at 10:00 it said:\n\nQuota exceeded'],
  [
    'what they wrote to each other',
    'Bob <bob@customer.example> wrote at 10:00:\n\nPlease ask Acme.',
  ],
])('%s stay', (_name, text) => {
  expect(answerOf(text)).toBe(text);
});

test('a signature after two dashes and a space is folded, dashes alone are not', () => {
  expect(answerOf(`${answer}\n\n-- \nAda Lovelace\nCustomer Ltd\n`)).toBe(answer);
});

test.each([
  [
    'Gmail',
    `<div dir="ltr">${answer.replaceAll('\n', '<br>')}</div><br><div class="gmail_quote"><div class="gmail_attr">Acme kirjoitti:<br></div><blockquote class="gmail_quote">Hi</blockquote></div>`,
  ],
  [
    'Outlook on the web',
    `<div>It stopped again at 40.</div><div><br></div><div>Can you look at sales-3?</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>X:</b> Acme</div><div>Hi</div>`,
  ],
  [
    'the new Outlook',
    `<p>It stopped again at 40.</p><p>Can you look at sales-3?</p><div id="mail-editor-reference-message-container"><div>Hi</div></div>`,
  ],
  [
    'Outlook for Windows',
    `<p class="MsoNormal">It stopped again at 40.</p><p class="MsoNormal">&nbsp;</p><p>Can you look at sales-3?</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>X:</b> Acme</p></div><p>Hi</p>`,
  ],
  [
    'Apple Mail',
    `<body>It stopped again at 40.<div><br></div><div>Can you look at sales-3?<br><div><br><blockquote type="cite"><div>Acme kirjoitti:</div><div>Hi</div></blockquote></div></div></body>`,
  ],
  [
    'Yahoo',
    `<div>It stopped again at 40.<br><br>Can you look at sales-3?</div><div id="ydp1" class="yahoo_quoted"><div>Acme:</div><div>Hi</div></div>`,
  ],
  [
    'Thunderbird',
    `<p>It stopped again at 40.</p><p>Can you look at sales-3?</p><div class="moz-cite-prefix">Acme kirjoitti:<br></div><blockquote type="cite">Hi</blockquote>`,
  ],
  [
    'Proton',
    `<div>It stopped again at 40.</div><div><br></div><div>Can you look at sales-3?</div><div class="protonmail_quote">Acme:<blockquote>Hi</blockquote></div>`,
  ],
  [
    'GMX',
    `<div>It stopped again at 40.</div><div>&nbsp;</div><div>Can you look at sales-3?</div><div name="quote"><div>Hi</div></div>`,
  ],
])('the HTML of %s is parted by what it marks, in any language', (_name, html) => {
  expect(answerOfHtml(html)).toBe(answer);
});

test('HTML becomes the text that a reader sees', () => {
  const html = `<html><head><title>No</title><style>p{}</style></head><body>
    <div style="display:none">preview</div><h1>Log</h1><p>One &amp; two<br>three</p>
    <ul><li>first</li><li><a href="https://a.example/x">second</a></li></ul>
    <table><tr><td>a</td><td>b</td></tr></table><pre>x\n  y</pre><script>no()</script></body></html>`;
  expect(textOfHtml(html).text).toBe(
    'Log\n\nOne & two\nthree\n\n- first\n- second <https://a.example/x>\na b\n\nx\n  y',
  );
});

test('pictures within the HTML are files of the mail', () => {
  const { pictures, text } = textOfHtml('<p>See<img src="data:image/png;base64,aGk="></p>');
  expect(text).toBe('See');
  expect(pictures).toMatchObject([{ name: 'picture-1.png', isInline: true }]);
});

test.each([
  'on at ',
  '\n',
  '>',
  '> a\n',
  '-- \n',
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
])('a hundred thousand characters of %j are read at once', (piece) => {
  const text = piece.repeat(Math.ceil(100_000 / piece.length));
  splitMail(text.slice(0, 5_000), own);
  const start = process.cpuUsage();
  splitMail(text, own);
  textOfHtml(text);
  const { user } = process.cpuUsage(start);
  // Several times what it takes, for slow machines; what grows faster than the text takes many seconds.
  expect(user / 1_000).toBeLessThan(500);
});
