import '../i18n/locales/en/rows.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import { ago } from '../i18n/ago.ts';
import type { I18n } from '../i18n/translator.ts';
import { List } from '../ui/List.tsx';
import { RequestRow } from '../ui/RequestRow.tsx';
import { StatusTag } from './StatusTag.tsx';

interface RequestRowsProps {
  tickets: readonly TicketSummary[];
  i18n: I18n;
  onOpen(ticketId: string): void;
}

/**
 * Requests that the backend has, each with its last author, its unread count, and the name of a
 * colleague who opened it.
 */
export function RequestRows({ tickets, i18n, onOpen }: RequestRowsProps) {
  return (
    <List>
      {tickets.map((ticket) => (
        <RequestRow
          key={ticket.id}
          subject={ticket.subject}
          excerpt={excerptOf(ticket, i18n)}
          time={ago(ticket.updated_at, i18n)}
          number={[ticket.ticket_number, ticket.colleague].filter(Boolean).join(' · ')}
          tag={<StatusTag status={ticket.status} i18n={i18n} />}
          unread={ticket.unread > 0 ? i18n.plural('unread', ticket.unread) : undefined}
          onPress={() => onOpen(ticket.id)}
        />
      ))}
    </List>
  );
}

function excerptOf(ticket: TicketSummary, { t }: I18n): string {
  const { excerpt, last_author, last_author_name, colleague } = ticket;
  if (last_author === 'system') return excerpt;
  const name =
    last_author === 'visitor'
      ? (colleague ?? t('conversation.you'))
      : (last_author_name ?? t('conversation.team'));
  return t('conversation.by', { name, text: excerpt });
}
