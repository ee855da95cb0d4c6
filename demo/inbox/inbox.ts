import {
  type AgentTicketSummary,
  agentEndpoints,
  type TicketCounts,
} from '../../src/contract/index.ts';
import { callAgentApi, followTeam, openSession } from './agentApi.ts';
import { attempt } from './attempt.ts';
import { drawConversation } from './conversation.ts';
import { element, make } from './make.ts';
import { fillQueues } from './queues.ts';
import { redraw } from './redraw.ts';
import { drawRefusedMails } from './refusedMails.ts';

const filters: Record<string, Record<string, string>> = {
  All: {},
  Unassigned: { assignee: 'none' },
  Mine: { assignee: 'me' },
  New: { status: 'new' },
  Open: { status: 'open' },
  Waiting: { status: 'pending' },
  Resolved: { status: 'resolved' },
};

const session = await openSession();
const search = element<HTMLInputElement>('#search');
const queue = element<HTMLSelectElement>('#queue');
const queues = await fillQueues(queue, session);
let filter = 'All';
let shown: string | undefined;

async function refresh(): Promise<void> {
  const words = search.value.trim();
  const query = {
    ...filters[filter],
    ...(words && { search: words }),
    ...(queue.value && { queue: queue.value }),
  };
  const { tickets, counts } = await callAgentApi(session, agentEndpoints.listAgentTickets, {
    query,
  });
  drawFilters(counts);
  redraw(element('#tickets'), ...tickets.map(drawRow));
  element('#none').hidden = tickets.length > 0;
  await drawRefusedMails(session);
  if (shown !== undefined) await open(shown);
}

function drawFilters({ all, unassigned, mine, by_status }: TicketCounts): void {
  const counts: Record<string, number> = {
    All: all,
    Unassigned: unassigned,
    Mine: mine,
    New: by_status.new,
    Open: by_status.open,
    Waiting: by_status.pending,
    Resolved: by_status.resolved,
  };
  const buttons = Object.keys(filters).map((name) => {
    const button = make('button', { type: 'button' }, `${name} ${counts[name] ?? 0}`);
    button.ariaPressed = String(name === filter);
    button.onclick = () => {
      filter = name;
      void attempt(refresh);
    };
    return button;
  });
  redraw(element('#filters'), ...buttons);
}

function drawRow(ticket: AgentTicketSummary): HTMLElement {
  const { id, ticket_number, subject, status, customerName, customerEmail, excerpt } = ticket;
  const button = make(
    'button',
    { type: 'button' },
    make(
      'span',
      { className: 'row' },
      make('strong', { className: 'cut' }, subject),
      ...(ticket.escalated_at === null
        ? []
        : [make('span', { className: 'tag urgent' }, 'Escalated')]),
      make('span', { className: 'tag' }, status),
    ),
    make(
      'div',
      { className: 'muted cut' },
      [ticket_number, ticket.priority, queues.nameOf(ticket.queue), customerName ?? customerEmail]
        .filter(Boolean)
        .join(' · '),
    ),
    make('div', { className: 'cut' }, excerpt),
  );
  button.ariaCurrent = String(id === shown);
  button.onclick = () => void attempt(() => open(id));
  return make('li', { id: `ticket-${id}` }, button);
}

async function open(id: string): Promise<void> {
  shown = id;
  const ticket = await callAgentApi(session, agentEndpoints.getAgentTicket, { id });
  if (shown !== id) return;
  drawConversation(ticket, {
    session,
    queues: queues.all,
    attempt: (work) =>
      attempt(async () => {
        await work();
        await refresh();
      }),
  });
}

element<HTMLAnchorElement>('#audit').search = location.search;
search.oninput = () => void attempt(refresh);
queue.onchange = () => void attempt(refresh);
void followTeam(session, () => void attempt(refresh));
