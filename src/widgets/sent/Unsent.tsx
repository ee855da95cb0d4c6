import '../../i18n/locales/en/mail.ts';
import '../../i18n/locales/en/receipt.ts';
import '../../i18n/locales/en/rows.ts';
import '../../i18n/locales/en/unsent.ts';
import { Clock, CloudOff, Copy, Inbox, Mail, Trash2 } from 'lucide';
import type { SupportContext } from '../../core/context.ts';
import { errorSentence } from '../../i18n/errorSentence.ts';
import type { I18n } from '../../i18n/translator.ts';
import { maxCountedSeconds, momentAfter } from '../../i18n/wait.ts';
import { textOf } from '../../integrations/ticketMail.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import { CopyCard } from '../../ui/CopyCard.tsx';
import { List, Row } from '../../ui/List.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { useCopy } from '../../ui/useCopy.ts';
import type { SentModel, SentStatus } from './sent.model.ts';
import { mailUnsent, unsentMail } from './unsentMail.ts';

export interface UnsentProps {
  status: Exclude<SentStatus, { at: 'sent' }>;
  model: SentModel;
  context: SupportContext;
}

/** Everything that a request can be except sent. */
export function Unsent({ status, model, context }: UnsentProps) {
  const { t } = context.i18n;
  switch (status.at) {
    case 'removed':
      return (
        <ScreenBody>
          <CenterState
            tone="grey"
            icon={Trash2}
            title={t('sent.deleted')}
            actions={
              <>
                {status.canUndo && <Button onPress={model.undo}>{t('sent.undo')}</Button>}
                <Button onPress={model.home}>{t('receipt.home')}</Button>
              </>
            }
          />
        </ScreenBody>
      );
    case 'gone':
      return (
        <ScreenBody>
          <CenterState tone="grey" icon={Inbox} title={t('sent.gone')} />
        </ScreenBody>
      );
    default:
      return <Stored status={status} model={model} context={context} />;
  }
}

type StoredStatus = Exclude<UnsentProps['status'], { at: 'removed' | 'gone' }>;

/** A request that is stored but not sent yet: its state, and all other ways to send it. */
function Stored({ status, model, context }: UnsentProps & { status: StoredStatus }) {
  const { i18n } = context;
  const { copied, copy } = useCopy();
  const { t } = i18n;
  return (
    <>
      <ScreenBody>
        <Heading status={status} isDurable={model.isDurable.value} i18n={i18n} />
        {status.at === 'unreadable' ? (
          <p class={`${screen.small} ${screen.prose}`} dir="auto">
            {status.text}
          </p>
        ) : (
          <List>
            <Row
              icon={Clock}
              title={status.subject}
              detail={stateLine(status, i18n)}
              action={
                status.at !== 'sending' && (
                  <Button size="small" onPress={model.retry}>
                    {t(status.at === 'waiting' ? 'sent.tryNow' : 'sent.tryAgain')}
                  </Button>
                )
              }
            />
          </List>
        )}
        <section>
          <SectionHeading>{t('sent.cannotWait')}</SectionHeading>
          <List>
            <Row
              isAction
              icon={Mail}
              title={t('mail.instead')}
              onPress={() => mailUnsent(model, context)}
            />
            <Row
              isAction
              icon={Copy}
              title={t(copied ? 'copy.done' : 'copy.request')}
              onPress={() => copy(textOf(unsentMail(model, context)))}
            />
            {status.at !== 'sending' && (
              <Row isAction icon={Trash2} title={t('sent.delete')} onPress={model.remove} />
            )}
          </List>
        </section>
        <CopyCard
          label={t('mail.address')}
          value={model.email.value}
          copyLabel={t('copy.do')}
          copiedText={t('copy.done')}
        />
      </ScreenBody>
      <ScreenFooter>
        <Button size="large" onPress={model.home}>
          {t('receipt.home')}
        </Button>
      </ScreenFooter>
    </>
  );
}

interface HeadingProps {
  status: StoredStatus;
  isDurable: boolean;
  i18n: I18n;
}

function Heading({ status, isDurable, i18n }: HeadingProps) {
  const { t } = i18n;
  const hint = t(isDurable ? 'sent.savedHint' : 'sent.savedHere');
  switch (status.at) {
    case 'needs_attention':
      return (
        <CenterState tone="red" icon={CloudOff} title={t('sent.failedHeading')}>
          {status.error.code === 'OUTLIVED_KEY'
            ? t('sent.failedOld')
            : errorSentence(status.error, i18n)}
        </CenterState>
      );
    case 'unreadable':
      return (
        <CenterState tone="amber" icon={CloudOff} title={t('sent.unreadableHeading')}>
          {t('sent.unreadableHint')}
        </CenterState>
      );
    case 'sending':
      return (
        <CenterState tone="blue" icon={Clock} title={t('sent.sendingHeading')}>
          {t('sent.sendingHint')} {hint}
        </CenterState>
      );
    case 'waiting':
      return (
        <CenterState tone="amber" icon={CloudOff} title={t('sent.savedHeading')}>
          {hint}
        </CenterState>
      );
  }
}

function stateLine(status: StoredStatus, i18n: I18n): string | undefined {
  if (status.at === 'sending') return i18n.t('sent.underWay');
  if (status.at !== 'waiting') return undefined;
  const { seconds } = status;
  if (seconds === null) return i18n.t('sent.waiting');
  return seconds <= maxCountedSeconds
    ? i18n.t('sent.waitingSeconds', { seconds })
    : i18n.t('sent.waitingUntil', { time: momentAfter(seconds, i18n) });
}
