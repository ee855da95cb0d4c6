import { ArrowLeft } from 'lucide';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { AgentTicket } from '../../src/contract/agent.ts';
import { IconButton } from '../../src/ui/IconButton.tsx';
import { Tag } from '../../src/ui/Tag.tsx';
import { Controls } from './Controls.tsx';
import { Customer } from './Customer.tsx';
import { HelpDesk } from './HelpDesk.tsx';
import type { Choices, InboxProps } from './InboxPage.tsx';
import * as css from './inbox.css.ts';
import { Message } from './Message.tsx';
import { Others } from './Others.tsx';
import { Reply } from './Reply.tsx';

export interface RequestProps extends InboxProps {
  ticket: AgentTicket;
  choices: Choices;
}

/** One request: its messages, its customer, and the fields that an agent can change. */
export function Request(props: RequestProps) {
  const { ticket, inbox, me } = props;
  const log = useRef<HTMLElement>(null);
  const newest = ticket.messages.at(-1)?.id;

  useLayoutEffect(() => {
    const element = log.current;
    if (!element) return;
    element.scrollTop = element.scrollHeight;
    // If the whole request scrolls, its end is the end of the reply.
    if (element.scrollHeight === element.clientHeight) {
      element.parentElement?.lastElementChild?.scrollIntoView({ block: 'end' });
    }
  }, [newest]);

  return (
    <div class={css.request}>
      <header class={css.head}>
        <div class={css.line}>
          <span class={css.onPhone}>
            <IconButton icon={ArrowLeft} label="Back to the list" onPress={inbox.close} />
          </span>
          <h2 class={css.title}>
            {ticket.ticket_number} · <bdi>{ticket.subject}</bdi>
          </h2>
        </div>
        <Others ticketId={ticket.id} presence={props.presence} />
        <Controls {...props} />
        <div class={css.controls}>
          <Tag tone={ticket.verified ? 'green' : 'grey'}>
            {ticket.verified ? 'Verified' : 'Not verified'}
          </Tag>
          {ticket.escalated_at !== null && <Tag tone="red">Escalated</Tag>}
          {ticket.rating && <Tag tone="blue">{`Rated ${ticket.rating.score} of 5`}</Tag>}
        </div>
        <HelpDesk ticket={ticket} />
      </header>
      <section
        ref={log}
        class={css.messages}
        role="log"
        aria-label="Messages"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        tabIndex={0}
      >
        {ticket.messages.map((message) => (
          <Message
            key={message.id}
            message={message}
            customer={ticket.customerName ?? ticket.customerEmail}
            addressOf={me.api.addressOf}
          />
        ))}
        {ticket.rating?.comment && <p class={css.system}>“{ticket.rating.comment}”</p>}
      </section>
      <Customer ticket={ticket} me={me} inbox={inbox} />
      <Reply {...props} />
    </div>
  );
}
