import type { AgentMessage, Attachment } from '../../src/contract/index.ts';
import { addressOf } from './agentApi.ts';
import { make } from './make.ts';
import { drawMarkdown } from './richText.ts';

export function drawMessage(message: AgentMessage): HTMLElement {
  const { id, author, author_name, internal, body, change, created_at, channel, attachments } =
    message;
  const time = new Date(created_at).toLocaleString();
  if (author === 'system' && !internal) {
    const what = change?.status
      ? `Status changed to ${change.status}`
      : `${change?.assignee_name} took it`;
    return make('div', { id, className: 'message system' }, `${what} · ${time}`);
  }
  const kind = internal ? 'note' : author;
  const who = internal ? `Internal note · ${author_name ?? 'system'}` : (author_name ?? 'Customer');
  const facts = [who, time];
  if (channel === 'email') facts.push('by e-mail');
  if (message.mail?.from) facts.push(`from another address, ${message.mail.from}`);
  return make(
    'article',
    { id, className: `message ${kind}` },
    make('p', { className: 'muted' }, facts.join(' · ')),
    drawBody(message, body),
    ...drawWholeMail(message),
    make('div', { className: 'row files' }, ...attachments.map(drawFile)),
  );
}

/** The team and the system write Markdown; what a visitor wrote is shown as it is. */
function drawBody({ author }: AgentMessage, body: string): HTMLElement {
  return author === 'visitor'
    ? make('p', { className: 'body', dir: 'auto' }, body)
    : make('div', { className: 'body' }, ...drawMarkdown(body));
}

/** The part of a mail that the reply leaves out. */
function drawWholeMail({ id, mail }: AgentMessage): HTMLElement[] {
  if (!mail?.whole) return [];
  const summary = make('summary', {}, 'Show the full e-mail');
  const details = make('details', {}, summary, make('pre', { dir: 'auto' }, mail.whole));
  details.open = unfolded.has(id);
  details.ontoggle = () => (details.open ? unfolded.add(id) : unfolded.delete(id));
  return [details];
}

/** Ids of messages whose mail is shown: the page is drawn again with each event. */
const unfolded = new Set<string>();

/** Pictures that browsers show. */
const shownPictures = /^image\/(png|jpeg|gif|webp|avif)$/;

function drawFile({ name, type, url }: Attachment): HTMLElement {
  const href = addressOf(url);
  const link = make('a', { href, target: '_blank', rel: 'noopener noreferrer' });
  if (shownPictures.test(type)) {
    link.append(make('img', { src: href, alt: '', loading: 'lazy' }), make('bdi', {}, name));
    return link;
  }
  link.append(iconOf(type), ' ', make('bdi', {}, name));
  return link;
}

function iconOf(type: string): HTMLElement {
  const sign = type.startsWith('video/') ? '🎬' : type.startsWith('image/') ? '🖼' : '📄';
  return make('span', { ariaHidden: 'true' }, sign);
}
