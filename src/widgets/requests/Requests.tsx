import '../../i18n/locales/en/requests.ts';
import { useSignal } from '@preact/signals';
import { Inbox, RotateCw, TriangleAlert } from 'lucide';
import { useLayoutEffect } from 'preact/hooks';
import type { SupportContext } from '../../core/context.ts';
import { createOlderRows, type OlderRows } from '../../core/olderRows.ts';
import { sentTicketOf, unsentOf } from '../../core/unsent.ts';
import { errorSentence } from '../../i18n/errorSentence.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import type { MountedScreen } from '../define.ts';
import { RequestRows } from '../RequestRows.tsx';
import { UnsentRows } from '../UnsentRows.tsx';
import { useArrived } from '../useArrived.ts';
import { useKeptRows } from '../useKeptRows.ts';

interface RequestsProps {
  context: SupportContext;
  older: OlderRows;
}

export function createRequests(context: SupportContext): MountedScreen {
  const older = createOlderRows(context.requests);
  return {
    render: () => <Requests key={context.visitor.epoch.value} context={context} older={older} />,
    dispose() {},
  };
}

/** The visitor's own requests. The home screen uses the same model. */
function Requests({ context, older }: RequestsProps) {
  const { requests, i18n, messenger, outbox } = context;
  const { t } = i18n;
  const isAsked = useSignal(false);
  useLayoutEffect(() => {
    requests.load();
    isAsked.value = true;
  }, [requests]);
  const isPending = requests.first.state.value.at === 'loading' || outbox?.isReading();
  const hasArrived = useArrived(isAsked.value && !isPending);
  return (
    <>
      <ScreenBody>
        {hasArrived ? (
          <Rows context={context} older={older} />
        ) : (
          <Skeleton label={t('requests.title')} rows={3} />
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

/** Rows that are shown stay in their place. Later ones are below until the next visit. */
function Rows({ context, older }: RequestsProps) {
  const { requests, i18n, messenger, outbox } = context;
  const { t } = i18n;
  const state = requests.first.state.value;
  const more = older.moreFailed.value;
  const unsent = useKeptRows(outbox ? unsentOf(outbox) : []);
  const received = unsent.kept.map(({ id }) => sentTicketOf(outbox, id)?.id);
  const { kept, added } = useKeptRows(requests.tickets.value);
  const tickets = [...kept, ...added.filter(({ id }) => !received.includes(id))];
  return (
    <>
      <UnsentRows rows={unsent.kept} context={context} />
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
      ) : state.at !== 'ready' ? (
        <Skeleton label={t('requests.title')} rows={3} />
      ) : (
        unsent.kept.length + unsent.added.length === 0 && (
          <CenterState tone="grey" icon={Inbox} title={t('requests.empty')}>
            {t('requests.emptyHint')}
          </CenterState>
        )
      )}
      <UnsentRows rows={unsent.added} context={context} />
      {requests.hasMore.value && (
        <Button onPress={() => void older.loadMore()}>{t('requests.more')}</Button>
      )}
      {more && (
        <p class={screen.small} role="alert">
          {errorSentence(more, i18n)}
        </p>
      )}
    </>
  );
}
