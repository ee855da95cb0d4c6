import { RotateCw, WifiOff } from 'lucide';
import type { Ticket } from '../../contract/ticket.ts';
import type { SupportContext } from '../../core/context.ts';
import { errorSentence } from '../../i18n/errorSentence.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import * as title from '../../ui/CenterState.css.ts';
import { CenterState } from '../../ui/CenterState.tsx';
import { CopyCard } from '../../ui/CopyCard.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { ScreenBody } from '../../ui/Screen.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { MountedScreen } from '../define.ts';
import { StatusTag } from '../StatusTag.tsx';
import { type ConversationModel, createConversationModel } from './conversation.model.ts';

export function createConversation(context: SupportContext): MountedScreen {
  const model = createConversationModel(context);
  return {
    render: () => <Conversation model={model} i18n={context.i18n} />,
    dispose: model.dispose,
  };
}

function Conversation({ model, i18n }: { model: ConversationModel; i18n: I18n }) {
  const state = model.ticket.value;
  const ticket = state.at === 'idle' ? undefined : state.value;
  return (
    <ScreenBody>
      {ticket ? (
        <Request ticket={ticket} i18n={i18n} />
      ) : state.at === 'failed' ? (
        <CenterState
          tone="red"
          icon={WifiOff}
          title={i18n.t('conversation.failed')}
          actions={
            <Button icon={RotateCw} onPress={model.retry}>
              {i18n.t('requests.retry')}
            </Button>
          }
        >
          {errorSentence(state.error, i18n)}
        </CenterState>
      ) : (
        <Skeleton label={i18n.t('conversation.title')} rows={2} />
      )}
    </ScreenBody>
  );
}

function Request({ ticket, i18n }: { ticket: Ticket; i18n: I18n }) {
  const { t } = i18n;
  const expected = ticket.status === 'new' ? ticket.estimated_first_response : null;
  return (
    <>
      <div>
        <div class={screen.line}>
          <StatusTag status={ticket.status} i18n={i18n} />
          <span class={screen.small}>
            {t('conversation.sent', { time: i18n.moment(ticket.created_at) })}
          </span>
        </div>
        <h3 class={title.title}>
          <bdi>{ticket.subject}</bdi>
        </h3>
      </div>
      <div>
        <SectionHeading>{t('conversation.you')}</SectionHeading>
        <p class={screen.prose} dir="auto">
          {ticket.description}
        </p>
      </div>
      {expected && (
        <p class={screen.small}>{t('conversation.expect', { time: i18n.moment(expected) })}</p>
      )}
      <CopyCard
        label={t('receipt.number')}
        value={ticket.ticket_number}
        copyLabel={t('copy.do')}
        copiedText={t('copy.done')}
      />
    </>
  );
}
