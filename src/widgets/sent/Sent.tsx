import '../../i18n/locales/en/receipt.ts';
import { Inbox } from 'lucide';
import type { SupportContext } from '../../core/context.ts';
import type { MessageKey } from '../../i18n/translator.ts';
import { CenterState } from '../../ui/CenterState.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import { ScreenBody } from '../../ui/Screen.tsx';
import type { MountedScreen } from '../define.ts';
import { Receipt } from './Receipt.tsx';
import { createSentModel, type SentModel, type SentStatus } from './sent.model.ts';
import type { UnsentProps } from './Unsent.tsx';

const Unsent = lazyView(() => import('./Unsent.tsx').then((one) => one.Unsent), Saved);

const titles: Record<SentStatus['at'], MessageKey> = {
  sent: 'receipt.title',
  waiting: 'sent.saved',
  sending: 'sent.saved',
  needs_attention: 'sent.failed',
  unreadable: 'sent.failed',
  removed: 'sent.saved',
  gone: 'sent.saved',
};

/**
 * Loads the screen with all its views, because the view of a request that is not sent is needed
 * without a network.
 */
export function loadSent() {
  void Unsent.preload();
  return createSent;
}

function createSent(context: SupportContext): MountedScreen {
  const model = createSentModel(context);
  return {
    title: () => context.i18n.t(titles[model.status.value.at]),
    render: () => <Sent model={model} context={context} />,
    dispose: model.dispose,
  };
}

/** The state of a request: a receipt, or that it is queued. */
function Sent({ model, context }: { model: SentModel; context: SupportContext }) {
  const status = model.status.value;
  return status.at === 'sent' ? (
    <Receipt ticket={status.ticket} model={model} context={context} />
  ) : (
    <Unsent status={status} model={model} context={context} />
  );
}

/** Shown until the view has loaded, or if it cannot load. */
function Saved({ status, context: { i18n } }: UnsentProps) {
  const key =
    status.at === 'waiting' || status.at === 'sending' ? 'sent.savedHeading' : titles[status.at];
  return (
    <ScreenBody>
      <CenterState tone="amber" icon={Inbox} title={i18n.t(key)} />
    </ScreenBody>
  );
}
