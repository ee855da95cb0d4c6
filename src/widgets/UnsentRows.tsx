import '../i18n/locales/en/rows.ts';
import type { SupportContext } from '../core/context.ts';
import { sentTicketOf, type UnsentRequest } from '../core/unsent.ts';
import { ago } from '../i18n/ago.ts';
import { List } from '../ui/List.tsx';
import { RequestRow } from '../ui/RequestRow.tsx';
import { Tag } from '../ui/Tag.tsx';
import { StatusTag } from './StatusTag.tsx';

interface UnsentRowsProps {
  rows: readonly UnsentRequest[];
  context: SupportContext;
}

/** A row that stays while its request is sent shows that it was received. */
export function UnsentRows({ rows, context: { i18n, messenger, outbox } }: UnsentRowsProps) {
  const { t } = i18n;
  if (rows.length === 0) return null;
  const lines = {
    sending: 'sent.underWay',
    waiting: 'sent.waiting',
    needs_attention: 'sent.failedHeading',
  } as const;
  return (
    <List>
      {rows.map(({ id, subject, createdAt, status }) => {
        const ticket = sentTicketOf(outbox, id);
        return (
          <RequestRow
            key={id}
            subject={subject}
            excerpt={ticket ? ticket.ticket_number : t(lines[status])}
            time={createdAt === null ? '' : ago(new Date(createdAt).toISOString(), i18n)}
            number=""
            tag={
              ticket ? (
                <StatusTag status={ticket.status} i18n={i18n} />
              ) : (
                <Tag tone={status === 'needs_attention' ? 'red' : 'amber'}>
                  {t(status === 'needs_attention' ? 'sent.tagAttention' : 'sent.tag')}
                </Tag>
              )
            }
            onPress={() => messenger.navigate({ id: 'sent', entryId: id })}
          />
        );
      })}
    </List>
  );
}
