import '../../i18n/locales/en/requests.ts';
import { Inbox, RotateCw, TriangleAlert } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { SupportContext } from '../../core/context.ts';
import { unsentOf } from '../../core/unsent.ts';
import { errorSentence } from '../../i18n/errorSentence.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { MountedScreen } from '../define.ts';
import { RequestRows } from '../RequestRows.tsx';
import { UnsentRows } from '../UnsentRows.tsx';

export function createRequests(context: SupportContext): MountedScreen {
  return { render: () => <Requests context={context} />, dispose() {} };
}

/** The visitor's own requests. The home screen uses the same model. */
function Requests({ context }: { context: SupportContext }) {
  const { requests, i18n, messenger, outbox } = context;
  const { t } = i18n;
  useEffect(() => requests.load(), [requests, context.visitor.epoch.value]);
  const state = requests.first.state.value;
  const tickets = requests.tickets.value;
  const more = requests.moreFailed.value;
  const unsent = outbox ? unsentOf(outbox) : [];
  return (
    <>
      <ScreenBody>
        <UnsentRows rows={unsent} context={context} />
        {tickets.length > 0 ? (
          <RequestRows
            tickets={tickets}
            i18n={i18n}
            onOpen={(ticketId) => messenger.navigate({ id: 'conversation', ticketId })}
          />
        ) : state.at === 'failed' ? (
          <CenterState
            tone="red"
            icon={TriangleAlert}
            title={t('requests.failed')}
            actions={
              <Button icon={RotateCw} onPress={requests.load}>
                {t('requests.retry')}
              </Button>
            }
          >
            {errorSentence(state.error, i18n)}
          </CenterState>
        ) : state.at === 'ready' ? (
          unsent.length > 0 ? null : (
            <CenterState tone="grey" icon={Inbox} title={t('requests.empty')}>
              {t('requests.emptyHint')}
            </CenterState>
          )
        ) : (
          <Skeleton label={t('requests.title')} rows={3} />
        )}
        {requests.hasMore.value && (
          <Button onPress={() => void requests.loadMore()}>{t('requests.more')}</Button>
        )}
        {more && (
          <p class={screen.small} role="alert">
            {errorSentence(more, i18n)}
          </p>
        )}
      </ScreenBody>
      <ScreenFooter>
        <Button variant="primary" size="large" onPress={() => messenger.navigate({ id: 'ticket' })}>
          {t('requests.new')}
        </Button>
      </ScreenFooter>
    </>
  );
}
