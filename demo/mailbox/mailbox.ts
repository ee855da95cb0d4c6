import { element, make } from '../parts/make.ts';

interface Mail {
  id: string;
  from: string;
  to: string;
  replyTo: string;
  subject: string;
  text: string;
  receivedAt: string;
}

const shown = new Set<string>();

// Mails contain text of strangers, so it is rendered as text nodes, never as markup.
function draw(mail: Mail): HTMLElement {
  const facts: Record<string, string> = {
    From: mail.from,
    To: mail.to,
    'Reply to': mail.replyTo,
    At: new Date(mail.receivedAt).toLocaleString(),
  };
  const list = make(
    'dl',
    {},
    ...Object.entries(facts).flatMap(([name, value]) => [
      make('dt', {}, name),
      make('dd', {}, value),
    ]),
  );
  const item = make(
    'details',
    {},
    make('summary', {}, make('h2', {}, mail.subject), list),
    make('pre', {}, mail.text),
  );
  if (mail.replyTo.includes('reply+')) item.append(replyForm(mail));
  item.dataset.to = mail.to;
  return item;
}

function replyForm({ id, to }: Mail): HTMLElement {
  const from = make('input', { ariaLabel: 'From', value: to });
  const text = make('textarea', { ariaLabel: 'Answer', rows: 3 });
  const said = make('span', { role: 'status' });
  const form = make('form', {}, from, text, make('button', {}, 'Reply'), said);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void reply({ id, text: text.value, from: from.value }).then(({ sentence, isSent }) => {
      said.textContent = sentence;
      if (isSent) text.value = '';
    });
  });
  return form;
}

async function reply(answer: { id: string; text: string; from: string }) {
  try {
    const body = JSON.stringify(answer);
    const response = await fetch('/mailbox/reply', { method: 'POST', body });
    return response.ok
      ? { isSent: true, sentence: 'Sent. It is in the conversation now.' }
      : { isSent: false, sentence: await response.text() };
  } catch {
    return { isSent: false, sentence: 'The demo has stopped. Start it, and press Reply again.' };
  }
}

async function refresh(): Promise<void> {
  const count = element('#count');
  try {
    const { mails }: { mails: Mail[] } = await (
      await fetch('/mailbox.json', { cache: 'no-store' })
    ).json();
    for (const mail of mails.toReversed().filter(({ id }) => !shown.has(id))) {
      shown.add(mail.id);
      element('#mails').prepend(draw(mail));
    }
    count.textContent = mails.length === 1 ? '1 mail' : `${mails.length} mails`;
  } catch {
    count.textContent = 'The demo has stopped.';
  }
  setTimeout(() => void refresh(), document.hidden ? 5_000 : 1_000);
}
void refresh();
