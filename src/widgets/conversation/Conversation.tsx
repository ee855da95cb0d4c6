import '../../i18n/locales/en/conversation.ts';
import '../../i18n/locales/en/files.ts';
import { RotateCw, TriangleAlert } from 'lucide';
import type { Conversation as Read } from '../../contract/message.ts';
import type { SupportContext } from '../../core/context.ts';
import { errorSentence } from '../../i18n/errorSentence.ts';
import { moment } from '../../i18n/moment.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { MountedScreen } from '../define.ts';
import { StatusTag } from '../StatusTag.tsx';
import * as css from './Conversation.css.ts';
import { type ConversationModel, createConversationModel } from './conversation.model.ts';
import type { Messages as MessagesView } from './Messages.tsx';
import { ReplyBox } from './ReplyBox.tsx';

const TeamLine = lazyView(() => import('../TeamLine.tsx').then((one) => one.TeamLine));
const RatingForm = lazyView(() => import('./RatingForm.tsx').then((one) => one.RatingForm));

/** The messages are a chunk of their own, which loads beside the first request. */
export async function loadConversation() {
  const { Messages } = await import('./Messages.tsx');
  return (context: SupportContext) => createConversation(context, Messages);
}

function createConversation(context: SupportContext, Messages: typeof MessagesView): MountedScreen {
  const model = createConversationModel(context);
  return {
    title() {
      const ticket = model.read.value?.ticket;
      return ticket && context.i18n.t('conversation.named', { number: ticket.ticket_number });
    },
    render: () => <Conversation model={model} context={context} Messages={Messages} />,
    dispose: model.dispose,
  };
}

function Conversation(props: Omit<WholeProps, 'read'>) {
  const { model, context } = props;
  const { i18n } = context;
  const state = model.state.value;
  const read = model.read.value;
  if (read) return <Whole read={read} {...props} />;
  return (
    <ScreenBody>
      {state.at === 'failed' ? (
        <CenterState
          tone="red"
          icon={TriangleAlert}
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

interface WholeProps {
  read: Read;
  model: ConversationModel;
  context: SupportContext;
  Messages: typeof MessagesView;
}

function Whole({ read: { ticket }, model, context, Messages }: WholeProps) {
  const { i18n } = context;
  const { t } = i18n;
  const expected = ticket.status === 'new' ? ticket.estimated_first_response : null;
  const { colleague } = ticket;
  const isResolved = ticket.status === 'resolved' && !colleague;
  return (
    <>
      <div class={css.head}>
        <span class={css.facts}>
          <bdi>{ticket.ticket_number}</bdi>
          <StatusTag status={ticket.status} i18n={i18n} />
        </span>
        {isResolved && (
          <Button variant="link" size="small" onPress={model.reopen}>
            {t('conversation.reopen')}
          </Button>
        )}
        <h3 class={css.subject} tabIndex={-1}>
          <bdi>{ticket.subject}</bdi>
        </h3>
      </div>
      <ScreenBody>
        <Messages model={model} i18n={i18n} />
        {expected && (
          <p class={screen.small}>{t('conversation.expect', { time: moment(expected, i18n) })}</p>
        )}
        {ticket.status === 'new' && <TeamLine context={context} />}
        {isResolved && <RatingForm model={model.rating} i18n={i18n} />}
      </ScreenBody>
      <ScreenFooter>
        {colleague ? (
          <p class={screen.small}>{t('conversation.colleague', { name: colleague })}</p>
        ) : (
          <ReplyBox model={model} i18n={i18n} />
        )}
      </ScreenFooter>
    </>
  );
}
