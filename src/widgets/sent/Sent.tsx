import '../../i18n/locales/en/requests.ts';
import { Inbox, Trash2 } from 'lucide';
import type { SupportContext } from '../../core/context.ts';
import type { I18n, MessageKey } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import { ScreenBody } from '../../ui/Screen.tsx';
import type { MountedScreen } from '../define.ts';
import { Receipt } from './Receipt.tsx';
import { createSentModel, type SentModel, type SentStatus } from './sent.model.ts';
import { Unsent } from './Unsent.tsx';

const titles: Record<SentStatus['at'], MessageKey> = {
  sent: 'receipt.title',
  waiting: 'sent.saved',
  sending: 'sent.saved',
  needs_attention: 'sent.failed',
  unreadable: 'sent.failed',
  removed: 'sent.saved',
  gone: 'sent.saved',
};

export function createSent(context: SupportContext): MountedScreen {
  const model = createSentModel(context);
  return {
    title: () => context.i18n.t(titles[model.status.value.at]),
    render: () => <Sent model={model} i18n={context.i18n} />,
    dispose: model.dispose,
  };
}

/** The state of a request: a receipt, or that it is queued. */
function Sent({ model, i18n }: { model: SentModel; i18n: I18n }) {
  const status = model.status.value;
  switch (status.at) {
    case 'sent':
      return <Receipt ticket={status.ticket} model={model} i18n={i18n} />;
    case 'removed':
      return (
        <ScreenBody>
          <CenterState
            tone="grey"
            icon={Trash2}
            title={i18n.t('sent.deleted')}
            actions={
              <>
                {status.canUndo && <Button onPress={model.undo}>{i18n.t('sent.undo')}</Button>}
                <Button onPress={model.home}>{i18n.t('receipt.home')}</Button>
              </>
            }
          />
        </ScreenBody>
      );
    case 'gone':
      return (
        <ScreenBody>
          <CenterState tone="grey" icon={Inbox} title={i18n.t('sent.gone')} />
        </ScreenBody>
      );
    default:
      return <Unsent status={status} model={model} i18n={i18n} />;
  }
}
