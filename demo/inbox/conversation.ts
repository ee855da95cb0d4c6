import { type AgentTicket, agentEndpoints } from '../../src/contract/index.ts';
import { callAgentApi, type Session } from './agentApi.ts';
import { drawCustomer } from './customer.ts';
import { element, make } from './make.ts';
import { drawMessage } from './message.ts';
import type { Choices } from './queues.ts';
import { redraw } from './redraw.ts';

/** The data of a drawn request. */
export interface Desk {
  session: Session;
  queues: Choices;
  attempt(work: () => Promise<unknown>): Promise<void>;
}

const statuses = ['new', 'open', 'pending', 'on_hold', 'resolved'];
const priorities = ['low', 'medium', 'high', 'critical'];

/** Drafts of the agent by request; kept while other requests are shown. */
const forms = new Map<string, HTMLFormElement>();

/** Draws one request: its messages, the customer, and the actions of an agent. Keeps elements that are already drawn. */
export function drawConversation(ticket: AgentTicket, desk: Desk): void {
  const main = element('#conversation');
  const form = forms.get(ticket.id) ?? drawForm(ticket.id, desk);
  forms.set(ticket.id, form);
  const log = {
    className: 'messages',
    id: `messages-${ticket.id}`,
    role: 'log',
    ariaLabel: 'Messages',
  };
  redraw(
    main,
    drawHead(ticket, desk),
    make('div', log, ...ticket.messages.map(drawMessage)),
    drawCustomer(ticket, desk.session),
    form,
  );
  scrollToNewest(element(`[id="${log.id}"]`));
}

/** The newest message that an agent has been shown. */
let newest = '';

function scrollToNewest(messages: HTMLElement): void {
  const last = messages.lastElementChild?.id ?? '';
  if (last !== newest) messages.scrollTop = messages.scrollHeight;
  newest = last;
}

function drawHead(ticket: AgentTicket, { session, queues, attempt }: Desk): HTMLElement {
  const update = (body: object) =>
    attempt(() => callAgentApi(session, agentEndpoints.updateTicket, { id: ticket.id, body }));
  const take = make(
    'button',
    { type: 'button' },
    ticket.assignee ? `With ${ticket.assignee.name}` : 'Take it',
  );
  take.onclick = () => void update({ assignee: session.agent.id });
  return make(
    'header',
    { id: `head-${ticket.id}` },
    make('h2', {}, `${ticket.ticket_number} · ${ticket.subject}`),
    choose('Status', named(statuses), ticket.status, (status) => void update({ status })),
    choose('Priority', named(priorities), ticket.priority, (priority) => void update({ priority })),
    choose(
      'Queue',
      [['', 'No queue'], ...queues],
      ticket.queue ?? '',
      (queue) => void update({ queue: queue || null }),
    ),
    take,
    make('span', { className: 'tag' }, ticket.verified ? 'Verified' : 'Not verified'),
    ...(ticket.escalated_at === null ? [] : [drawEscalated(ticket.escalated_at)]),
    ...ticket.tags.map((tag) => make('span', { className: 'tag' }, tag)),
    ...(ticket.rating
      ? [make('span', { className: 'tag' }, `Rated ${ticket.rating.score} of 5`)]
      : []),
  );
}

function drawEscalated(since: string): HTMLElement {
  const title = `Since ${new Date(since).toLocaleString()}`;
  return make('span', { className: 'tag urgent', title }, 'Escalated');
}

/** Values that are their own names. */
const named = (values: readonly string[]) => values.map((value) => [value, value] as const);

function choose(
  label: string,
  options: Choices,
  value: string,
  onChange: (value: string) => void,
): HTMLElement {
  const select = make(
    'select',
    { ariaLabel: label },
    ...options.map(([id, name]) => make('option', { value: id }, name)),
  );
  select.value = value;
  // The select that is on the page may be an earlier one, which was given this handler.
  select.onchange = ({ currentTarget }) => {
    if (currentTarget instanceof HTMLSelectElement) onChange(currentTarget.value);
  };
  return select;
}

function drawForm(id: string, { session, attempt }: Desk): HTMLFormElement {
  const text = make('textarea', { rows: 4, ariaLabel: 'Message', dir: 'auto' });
  const note = make('input', { type: 'checkbox', id: 'note' });
  const label = make('label', { htmlFor: 'note' }, ' Internal note');
  const files = make('input', { type: 'file', multiple: true, ariaLabel: 'Files' });
  const send = make('button', { type: 'submit', className: 'strong' }, 'Send');
  const form = make(
    'form',
    { id: `form-${id}` },
    text,
    make('div', { className: 'row' }, make('span', {}, note, label), files, send),
  );
  note.onchange = () => form.classList.toggle('noting', note.checked);
  form.onsubmit = (event) => {
    event.preventDefault();
    void attempt(async () => {
      const { uploadAgentAttachment, writeAgentMessage } = agentEndpoints;
      const attachments: string[] = [];
      for (const file of files.files ?? []) {
        attachments.push((await callAgentApi(session, uploadAgentAttachment, { file })).id);
      }
      const body = { body: text.value, internal: note.checked, attachments };
      await callAgentApi(session, writeAgentMessage, { id, body });
      text.value = '';
      files.value = '';
    });
  };
  return form;
}
