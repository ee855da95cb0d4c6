import type { AgentTicketSummary } from '../../src/contract/agent.ts';
import { Marked } from '../../src/ui/Marked.tsx';
import { Tag } from '../../src/ui/Tag.tsx';
import { writtenDirection } from '../../src/ui/writtenDirection.ts';
import { priorityNames, statusNames } from '../words.ts';
import { agoInWords, dueOf } from './dates.ts';
import * as css from './inbox.css.ts';
import * as rows from './row.css.ts';

interface RowProps {
  ticket: AgentTicketSummary;
  isOpen: boolean;
  isUnread: boolean;
  queue: string | null;
  onPress: () => void;
}

/** A request in a list. In a search, it includes the matching passage. */
export function Row({ ticket, isOpen, isUnread, queue, onPress }: RowProps) {
  const due = dueOf(ticket);
  const who = ticket.organization?.name ?? ticket.customerName ?? ticket.customerEmail;
  return (
    <button type="button" class={rows.row} aria-current={isOpen} onClick={onPress}>
      <span class={css.line}>
        {isUnread && <span class={rows.dot} role="img" aria-label="Unread" />}
        <bdi class={`${rows.subject} ${isUnread ? rows.unread : ''}`}>{ticket.subject}</bdi>
        <span class={css.time}>{agoInWords(ticket.updated_at)}</span>
      </span>
      <span class={css.detail}>
        {ticket.ticket_number} · <bdi>{who}</bdi>
      </span>
      {ticket.passage ? (
        <span class={rows.passage} dir={writtenDirection(ticket.passage.text)}>
          {ticket.passage.internal && 'Note: '}
          <bdi>
            <Marked text={ticket.passage.text} ranges={ticket.passage.matches} />
          </bdi>
        </span>
      ) : (
        <span class={css.detail}>
          <bdi>{ticket.excerpt}</bdi>
        </span>
      )}
      <span class={rows.tags}>
        <Tag tone={ticket.status === 'new' ? 'blue' : 'grey'}>{statusNames[ticket.status]}</Tag>
        {ticket.snoozed_until !== null && <Tag tone="grey">Snoozed</Tag>}
        {ticket.escalated_at !== null && <Tag tone="red">Escalated</Tag>}
        {ticket.priority !== 'medium' && <Tag tone="grey">{priorityNames[ticket.priority]}</Tag>}
        {queue && <Tag tone="grey">{queue}</Tag>}
        {due && <span class={`${css.time} ${due.isLate ? rows.late : ''}`}>{due.words}</span>}
      </span>
    </button>
  );
}
