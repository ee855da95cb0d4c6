import { useEffect, useRef, useState } from 'preact/hooks';
import { type Agent, listAgents } from '../../src/contract/agent.ts';
import { listQueues, type Queue } from '../../src/contract/routing.ts';
import type { Canned } from '../model/canned.model.ts';
import { type Inbox, idOf } from '../model/inbox.model.ts';
import type { PresenceModel } from '../model/presence.model.ts';
import type { Replies } from '../model/reply.model.ts';
import type { SignedIn } from '../model/session.model.ts';
import { type Action, actionOf } from '../model/shortcuts.ts';
import * as css from './inbox.css.ts';
import { Request } from './Request.tsx';
import { RequestList } from './RequestList.tsx';
import { Shortcuts } from './Shortcuts.tsx';

export interface InboxProps {
  me: SignedIn;
  inbox: Inbox;
  replies: Replies;
  canned: Canned;
  presence: PresenceModel;
}

/** Lists for choices that rarely change. */
export interface Choices {
  agents: readonly Agent[];
  queues: readonly Queue[];
}

export function InboxPage(props: InboxProps) {
  const { me, inbox, replies, presence } = props;
  const [choices, setChoices] = useState<Choices>({ agents: [], queues: [] });
  const [isHelpShown, setHelpShown] = useState(false);
  const page = useRef<HTMLElement>(null);
  const open = inbox.open.value;
  const id = idOf(open);

  useEffect(() => {
    void inbox.attempt(async () => {
      const { agents } = await me.api.call(listAgents);
      const { queues } = await me.api.call(listQueues);
      setChoices({ agents, queues });
    });
  }, []);

  // Other agents are not notified about a request that fails to open.
  const present = open.name === 'ready' ? open.ticket.id : undefined;
  useEffect(() => {
    const announcePresence = () => presence.enter(document.hidden ? undefined : present);
    announcePresence();
    document.addEventListener('visibilitychange', announcePresence);
    return () => document.removeEventListener('visibilitychange', announcePresence);
  }, [present]);
  useEffect(() => () => presence.enter(undefined), []);

  const focus = (selector: string) => page.current?.querySelector<HTMLElement>(selector)?.focus();

  function move(step: 1 | -1): void {
    const { value: tickets } = inbox.tickets;
    const at = tickets.findIndex((one) => one.id === id);
    const next = tickets[at === -1 ? 0 : at + step];
    if (next) void inbox.openTicket(next.id);
  }

  function write(isNote: boolean): void {
    if (id === undefined) return;
    replies.write(id, { isNote });
    focus('textarea');
  }

  const actions: Record<Action, () => void> = {
    next: () => move(1),
    previous: () => move(-1),
    reply: () => write(false),
    note: () => write(true),
    take: () => void inbox.change({ assignee: me.agent.id }),
    resolve: () => void inbox.change({ status: 'resolved' }),
    search: () => focus('input[type=search]'),
    help: () => setHelpShown(true),
    back: () => inbox.close(),
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const action = actionOf(event);
      if (action === undefined || page.current?.querySelector('dialog[open]')) return;
      event.preventDefault();
      actions[action]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });

  return (
    <main class={css.inbox} ref={page}>
      <RequestList inbox={inbox} choices={choices} />
      <section class={`${css.main} ${id === undefined ? css.whenOpen : ''}`} aria-label="Request">
        {open.name === 'none' && (
          <p class={css.empty}>Choose a request. Press ? for keyboard shortcuts.</p>
        )}
        {open.name === 'loading' && <p class={css.empty}>Loading…</p>}
        {open.name === 'failed' && (
          <p class={css.empty} role="alert">
            {open.problem}
          </p>
        )}
        {open.name === 'ready' && (
          <Request key={open.ticket.id} ticket={open.ticket} choices={choices} {...props} />
        )}
      </section>
      {isHelpShown && <Shortcuts onClose={() => setHelpShown(false)} />}
    </main>
  );
}
