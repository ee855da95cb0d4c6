import { createHash } from 'node:crypto';

const style = `
:root { color-scheme: light dark; --line: light-dark(#e4e4e7, #2e2e35); --muted: light-dark(#5f6068, #a3a4ad);
  --card: light-dark(#fff, #1c1c21); --back: light-dark(#f6f6f8, #121215); --accent: light-dark(#4338ca, #a5b4fc); }
* { box-sizing: border-box }
body { margin: 0; background: var(--back); font: 15px/1.5 system-ui, sans-serif }
header { padding: 32px 24px 8px } main { padding: 8px 24px 48px } header, main { max-width: 820px; margin: 0 auto }
h1 { margin: 0; font-size: 24px } p { margin: 4px 0; color: var(--muted) } a { color: var(--accent) }
details { margin: 12px 0; background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden }
summary { padding: 14px 18px; cursor: pointer; list-style: none } summary::-webkit-details-marker { display: none }
summary:focus-visible { outline: 2px solid var(--accent); outline-offset: -3px; border-radius: 12px }
h2 { margin: 0; font-size: 15px; font-weight: 600; overflow-wrap: anywhere }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0 12px; margin: 4px 0 0; font-size: 13px }
dt { color: var(--muted) } dd { margin: 0; overflow-wrap: anywhere }
form { display: grid; gap: 8px; padding: 0 18px 16px; justify-items: start }
textarea, input { width: 100%; padding: 8px; border: 1px solid var(--line); border-radius: 8px; font: inherit }
button { padding: 6px 14px; border: 1px solid var(--line); border-radius: 8px; font: inherit; cursor: pointer }
pre { margin: 0; padding: 16px 18px; border-top: 1px solid var(--line); font: 13px/1.6 ui-monospace, monospace;
  white-space: pre-wrap; overflow-wrap: anywhere }
`;

// Mails contain text of strangers, so it is rendered as text nodes, never as markup.
const script = `
const list = document.querySelector('main'), count = document.querySelector('#count'), shown = new Set();
const make = (tag, text) => Object.assign(document.createElement(tag), { textContent: text });
function draw(mail) {
  const item = make('details', ''), head = make('summary', ''), facts = make('dl', '');
  const rows = { From: mail.from, To: mail.to, 'Reply to': mail.replyTo, At: new Date(mail.receivedAt).toLocaleString() };
  for (const [name, value] of Object.entries(rows)) facts.append(make('dt', name), make('dd', value));
  head.append(make('h2', mail.subject), facts);
  item.append(head, make('pre', mail.text));
  if (mail.replyTo.includes('reply+')) item.append(replyForm(mail));
  item.dataset.to = mail.to;
  return item;
}
function replyForm(mail) {
  const form = make('form', ''), from = make('input', ''), text = make('textarea', ''), send = make('button', 'Reply'), said = make('span', '');
  text.ariaLabel = 'Answer'; text.rows = 3; said.role = 'status';
  from.ariaLabel = 'From'; from.value = mail.to;
  form.append(from, text, send, said);
  form.onsubmit = async (event) => {
    event.preventDefault();
    const answer = await fetch('/mailbox/reply', { method: 'POST', body: JSON.stringify({ id: mail.id, text: text.value, from: from.value }) });
    said.textContent = answer.ok ? 'Sent. It is in the conversation now.' : await answer.text();
    if (answer.ok) text.value = '';
  };
  return form;
}
async function refresh() {
  try {
    const { mails } = await (await fetch('/mailbox.json', { cache: 'no-store' })).json();
    for (const mail of mails.toReversed()) if (!shown.has(mail.id)) { shown.add(mail.id); list.prepend(draw(mail)); }
    count.textContent = mails.length === 0 ? 'Nothing yet. Send a request from the dashboard.' :
      mails.length === 1 ? '1 mail' : mails.length + ' mails';
  } catch { count.textContent = 'The demo has stopped.'; }
  setTimeout(refresh, document.hidden ? 5000 : 1000);
}
refresh();
`;

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

export const mailboxPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Mailbox</title><style>${style}</style></head>
<body><header><h1>Mailbox</h1><p>Mails that the demo has sent: to customers and to the team. They go nowhere else.</p>
<p><a href="/">Dashboard</a> · <span id="count" role="status">Loading</span></p></header>
<main></main><script>${script}</script></body></html>`;

export const mailboxPolicy = `default-src 'none'; connect-src 'self'; style-src ${hash(style)}; script-src ${hash(script)}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
