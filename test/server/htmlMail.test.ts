import { expect, test } from 'vitest';
import { textOfHtml } from '../../server/ask/htmlText.ts';
import { splitMail } from '../../server/mail/in/splitMail.ts';
import { own } from './support/mailClients.ts';

const answer = 'It stopped again at 40.\n\nCan you look at sales-3?';
const answerOfHtml = (html: string) => splitMail(textOfHtml(html).text, own).answer;

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
])('the HTML of %s is split by its marks, in any language', (_name, html) => {
  expect(answerOfHtml(html)).toBe(answer);
});

test.each([
  [
    'Gmail',
    '<div dir="ltr">See below.</div><br><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: Bob &lt;bob@customer.example&gt;<br>Date: Fri, Nov 27, 2026 at 9:00 AM<br>Subject: x<br>To: &lt;ada@customer.example&gt;<br></div>It stops.</div>',
  ],
  [
    'Outlook',
    '<p>See below.</p><div style="border:none;border-top:solid #E1E1E1 1.0pt"><p><b>From:</b> Bob &lt;bob@customer.example&gt;<br><b>Sent:</b> 27 November 2026 9:00<br><b>To:</b> Acme &lt;help@acme.example&gt;<br><b>Subject:</b> x</p></div><p>It stops.</p>',
  ],
  [
    'Apple Mail',
    '<div>See below.<blockquote type="cite"><div>Begin forwarded message:</div><div><b>From: </b>Bob &lt;bob@customer.example&gt;</div><div><b>Date: </b>27. November 2026</div><div>It stops.</div></blockquote></div>',
  ],
])('a mail of someone else that %s forwards is kept', (_name, html) => {
  expect(answerOfHtml(html)).toMatch(/^See below\.[\s\S]*It stops\.$/);
});

test('a signature in the HTML is collapsed because of its dashes', () => {
  const html = `<div>${answer.replaceAll('\n', '<br>')}</div><span>-- </span><br><div>Ada<br>Customer Ltd</div>`;
  expect(answerOfHtml(html)).toBe(answer);
});

test('HTML whose head is never closed is read', () => {
  expect(textOfHtml('<html><head><title>Hi<body><p>It stopped.</p>').text).toContain('It stopped.');
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

test('pictures inside the HTML become files of the mail', () => {
  const { pictures, text } = textOfHtml('<p>See<img src="data:image/png;base64,aGk="></p>');
  expect(text).toBe('See');
  expect(pictures).toMatchObject([{ name: 'picture-1.png', isInline: true }]);
});
