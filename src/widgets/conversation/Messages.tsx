import '../../i18n/locales/en/conversation.ts';
import '../../i18n/locales/en/rows.ts';
import { useState } from 'preact/hooks';
import type { Message } from '../../contract/message.ts';
import { errorSentence } from '../../i18n/errorSentence.ts';
import { moment } from '../../i18n/moment.ts';
import type { I18n } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { Divider } from '../../ui/Divider.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import { MessageRow } from '../../ui/MessageRow.tsx';
import { ConversationEnd } from './ConversationEnd.tsx';
import type { ConversationModel } from './conversation.model.ts';
import { MessageText } from './MessageText.tsx';
import type { PendingReply } from './pendingReplies.ts';

const LightBox = lazyView(() => import('./LightBox.tsx').then((one) => one.LightBox));

interface MessagesProps {
  model: ConversationModel;
  i18n: I18n;
}

/** The conversation, oldest entry first. */
export function Messages({ model, i18n }: MessagesProps) {
  const [failed, setFailed] = useState(false);
  const [picture, setPicture] = useState<string | null>(null);
  const messages = model.messages.value;
  const pending = model.pending.value;
  const loadEarlier = () =>
    model.loadEarlier().then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <>
      {model.hasEarlier.value && (
        <Button size="small" onPress={() => void loadEarlier()}>
          {i18n.t(failed ? 'requests.retry' : 'conversation.earlier')}
        </Button>
      )}
      <div role="log" tabIndex={-1} aria-label={i18n.t('conversation.title')}>
        {messages.map((message) => (
          <Entry
            key={message.id}
            message={message}
            model={model}
            onPicture={setPicture}
            i18n={i18n}
          />
        ))}
        {pending.map((reply) => (
          <Waiting key={reply.id} reply={reply} model={model} i18n={i18n} />
        ))}
      </div>
      <ConversationEnd
        first={messages[0]?.id}
        last={(pending.at(-1) ?? messages.at(-1))?.id}
        isOwn={pending.length > 0}
        i18n={i18n}
      />
      {picture !== null && (
        <LightBox
          messages={messages}
          addressOf={model.addressOf}
          first={picture}
          onClose={() => setPicture(null)}
          i18n={i18n}
        />
      )}
    </>
  );
}

interface EntryProps {
  message: Message;
  model: ConversationModel;
  onPicture: (id: string) => void;
  i18n: I18n;
}

function Entry({ message, model, onPicture, i18n }: EntryProps) {
  const { t } = i18n;
  const { author, author_name, body, change, created_at, attachments, mail } = message;
  const time = moment(created_at, i18n);
  if (author === 'system') {
    const who = change?.assignee_name;
    const what = change?.status
      ? t('conversation.changed', { status: t(`status.${change.status}`) })
      : who
        ? t('conversation.taken', { name: who })
        : body;
    return <Divider>{`${what} · ${time}`}</Divider>;
  }
  const own = author_name ?? mail?.from ?? t('conversation.you');
  const name = author === 'visitor' ? own : (author_name ?? t('conversation.team'));
  const person = author === 'visitor' && !mail?.from ? model.writer.value : name;
  return (
    <MessageRow
      name={name}
      person={person}
      isOwn={author === 'visitor'}
      role={author === 'agent' ? t('conversation.support') : undefined}
      time={mail?.from ? `${time} · ${t('conversation.otherAddress')}` : time}
      body={body}
      draw={(text) => (
        <MessageText
          text={text}
          isMarkdown={author === 'agent'}
          ownArticles={model.ownArticles}
          i18n={i18n}
        />
      )}
      mail={
        mail?.whole
          ? {
              whole: mail.whole,
              showLabel: t('conversation.showMail'),
              hideLabel: t('conversation.hideMail'),
            }
          : undefined
      }
      onPicture={onPicture}
      files={attachments.map((file) => ({ ...file, url: model.addressOf(file.url) }))}
    />
  );
}

interface WaitingProps {
  reply: PendingReply;
  model: ConversationModel;
  i18n: I18n;
}

/** A reply that is being sent, or that its author must fix. */
function Waiting({ reply: { id, body, state, files }, model, i18n }: WaitingProps) {
  const { t } = i18n;
  const needsPerson = state.at === 'needs_attention';
  const line = needsPerson
    ? errorSentence(state.error, i18n)
    : t(state.at === 'queued' && state.error ? 'sent.waiting' : 'sent.underWay');
  const draw = (text: string) => <MessageText text={text} isMarkdown={false} i18n={i18n} />;
  return (
    <MessageRow
      name={t('conversation.you')}
      person={model.writer.value}
      isOwn
      time={line}
      body={body}
      draw={draw}
      files={files}
    >
      {state.at !== 'sending' && (
        <>
          <Button variant="link" size="small" onPress={() => model.sendAgain(id)}>
            {t(needsPerson ? 'sent.tryAgain' : 'sent.tryNow')}
          </Button>
          <Button variant="link" size="small" onPress={() => model.edit(id)}>
            {t('conversation.edit')}
          </Button>
        </>
      )}
    </MessageRow>
  );
}
