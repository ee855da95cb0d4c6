import { Check, Inbox, Mail } from 'lucide';
import type { Ticket } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import { moment } from '../../i18n/moment.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import { CopyCard } from '../../ui/CopyCard.tsx';
import { List, Row } from '../../ui/List.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import type { SentModel } from './sent.model.ts';

const TeamLine = lazyView(() => import('../TeamLine.tsx').then((one) => one.TeamLine));

interface ReceiptProps {
  ticket: Ticket;
  model: SentModel;
  context: SupportContext;
}

/**
 * Confirms that the team received the request: its number, the expected response time, and where to
 * follow it.
 */
export function Receipt({ ticket, model, context }: ReceiptProps) {
  const { i18n } = context;
  const { t } = i18n;
  const by = ticket.estimated_first_response;
  return (
    <>
      <ScreenBody>
        <CenterState tone="green" icon={Check} title={t('receipt.heading')}>
          {by ? t('receipt.expect', { time: moment(by, i18n) }) : t('receipt.expectSoon')}
        </CenterState>
        <CopyCard
          label={t('receipt.number')}
          value={ticket.ticket_number}
          copyLabel={t('copy.do')}
          copiedText={t('copy.done')}
        />
        <TeamLine context={context} />
        <List>
          <Row icon={Mail} title={t('receipt.mail')} detail={ticket.customerEmail} />
          <Row icon={Inbox} title={t('receipt.follow')} detail={t('receipt.followHint')} />
        </List>
      </ScreenBody>
      <ScreenFooter>
        <Button variant="primary" size="large" onPress={() => model.view(ticket)}>
          {t('receipt.view')}
        </Button>
        <Button variant="ghost" size="large" onPress={model.home}>
          {t('receipt.home')}
        </Button>
      </ScreenFooter>
    </>
  );
}
