import { Check, Inbox, Mail } from 'lucide';
import type { Ticket } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import { CopyCard } from '../../ui/CopyCard.tsx';
import { List, Row } from '../../ui/List.tsx';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import type { TicketModel } from './ticket.model.ts';

interface ReceiptProps {
  ticket: Ticket;
  model: TicketModel;
  context: SupportContext;
}

/** The team has it: the number, when to expect an answer, and where to follow it. */
export function Receipt({ ticket, model, context }: ReceiptProps) {
  const { i18n, messenger } = context;
  const { t } = i18n;
  const by = ticket.estimated_first_response;
  return (
    <>
      <ScreenBody>
        <CenterState tone="green" icon={Check} title={t('receipt.heading')}>
          {by ? t('receipt.expect', { time: i18n.moment(by) }) : t('receipt.expectSoon')}
        </CenterState>
        <CopyCard
          label={t('receipt.number')}
          value={ticket.ticket_number}
          copyLabel={t('copy.do')}
          copiedText={t('copy.done')}
        />
        <List>
          <Row
            icon={Mail}
            title={t('receipt.mail')}
            detail={t('receipt.mailTo', { email: ticket.customerEmail })}
          />
          <Row icon={Inbox} title={t('receipt.follow')} detail={t('receipt.followHint')} />
        </List>
      </ScreenBody>
      <ScreenFooter>
        <Button
          variant="primary"
          size="large"
          onPress={() => {
            model.finish();
            messenger.home();
            messenger.navigate({ id: 'conversation', ticketId: ticket.id });
          }}
        >
          {t('receipt.view')}
        </Button>
        <Button
          variant="ghost"
          size="large"
          onPress={() => {
            model.finish();
            messenger.home();
          }}
        >
          {t('receipt.home')}
        </Button>
      </ScreenFooter>
    </>
  );
}
