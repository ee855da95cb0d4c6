import { useSignal } from '@preact/signals';
import { RotateCw } from 'lucide';
import { useEffect, useMemo } from 'preact/hooks';
import type { SupportContext } from '../../core/context.ts';
import { createResource } from '../../core/resource.ts';
import { errorSentence } from '../../i18n/errorSentence.ts';
import { looks } from '../../integrations/stateLook.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import { Notice } from '../../ui/Notice.tsx';
import * as screen from '../../ui/Screen.css.ts';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatusGlyph, StatusPill } from '../../ui/StatusGlyph.tsx';
import { tone as tones } from '../../ui/status.css.ts';
import { Tile } from '../../ui/Tile.tsx';
import type { MountedScreen } from '../define.ts';
import { IncidentNotice, MaintenanceNotice } from '../IncidentNotices.tsx';
import { AttemptNote, type OfOne, report, StateAction, useRequest } from '../StateAction.tsx';
import { stateLine, stateReason } from '../stateWords.ts';
import { useIntegrations } from '../useIntegrations.ts';
import { Figures } from './Figures.tsx';
import * as css from './Integration.css.ts';
import { Logs } from './Logs.tsx';

const NotifyMe = lazyView(() => import('../Awaited.tsx').then((one) => one.NotifyMe));

export function createIntegrationScreen(context: SupportContext): MountedScreen {
  const { messenger, integrations } = context;
  const reference = () => messenger.screen.value.integration ?? '';
  return {
    title: () => integrations.model.value?.find(reference()).value?.name,
    render: () => <Integration context={context} />,
    dispose() {},
  };
}

function Integration({ context }: { context: SupportContext }) {
  const { i18n, messenger } = context;
  const model = useIntegrations(context);
  const reference = messenger.screen.value.integration ?? '';
  const status = model?.find(reference).value;
  if (model && status) return <Detail key={status.id} {...{ status, model, context }} />;
  const at = model?.state.value.at;
  return (
    <ScreenBody>
      {at === 'ready' || at === 'failed' ? (
        <CenterState
          tone="grey"
          icon={RotateCw}
          title={i18n.t(at === 'failed' ? 'status.failed' : 'integration.gone')}
          actions={
            <Button onPress={() => messenger.navigate({ id: 'status' })}>
              {i18n.t('status.title')}
            </Button>
          }
        />
      ) : (
        <Skeleton label={i18n.t('integration.title')} rows={4} />
      )}
    </ScreenBody>
  );
}

function Detail({ status, model, context }: OfOne) {
  const { i18n, track } = context;
  const { t } = i18n;
  const { id, name, category, provider, health } = status;
  const state = model.stateOf(status);
  const check = useRequest(() => model.check(id));
  const sync = useRequest(() => model.sync(id));
  /** The request whose result is shown: an older result would contradict it. */
  const last = useSignal<'attempt' | 'check' | 'sync'>('attempt');
  const attempt = model.attemptOf(id).value;
  useEffect(() => {
    last.value = 'attempt';
  }, [attempt]);
  const load = model.backend();
  const detail = useMemo(
    () =>
      load &&
      createResource(async (abort) => (await load()).getIntegration({ params: { id } }, abort)),
    [load, id],
  );
  useEffect(() => track('support_status_view', { view: 'integration', provider, state }), [id]);
  // The cause of a new state is announced together with it.
  useEffect(() => void detail?.refresh(), [detail, state, health.lastCheck]);
  useEffect(() => detail?.clear, [detail]);
  const found = detail?.state.value;
  const more = found && found.at !== 'idle' ? found.value : undefined;
  const canSync =
    load && status.can_manage && state === 'ok' && status.connection.last_sync !== null;
  const run = (what: 'check' | 'sync') => {
    last.value = what;
    (what === 'check' ? check : sync).run();
  };
  const isFine = state === 'ok' || state === 'syncing';
  const one = { status, model, context };
  return (
    <>
      <ScreenBody label={name}>
        <div>
          <div class={css.head}>
            <Tile name={name} />
            <div class={css.words}>
              <span class={css.name}>{t(`system.${category}`)}</span>
              <span class={css.small}>{stateLine(status, model, i18n)}</span>
            </div>
            <StatusPill look={looks[state]}>{t(`state.${state}`)}</StatusPill>
          </div>
          {last.value === 'attempt' && <AttemptNote {...one} />}
          <p class={screen.small} role="status">
            {last.value === 'check' && (
              <>
                {check.state.at === 'done' &&
                  t('integration.tested', { state: t(`state.${state}`) })}
                {check.state.at === 'failed' && errorSentence(check.state.error, i18n)}
              </>
            )}
            {last.value === 'sync' && (
              <>
                {sync.state.at === 'done' && t(`state.${state}`)}
                {sync.state.at === 'failed' && errorSentence(sync.state.error, i18n)}
              </>
            )}
          </p>
        </div>
        {!isFine && (
          <Notice
            tone={tones[looks[state].tone]}
            glyph={<StatusGlyph {...looks[state]} />}
            title={stateReason(status, state, i18n)}
            actions={<StateAction {...one} variant="link" size="small" />}
          />
        )}
        <NotifyMe {...one} />
        {more?.incidents
          .filter(({ status: step }) => step !== 'resolved')
          .map((incident) => (
            <IncidentNotice key={incident.id} {...{ incident, context }} where="status" />
          ))}
        {more?.maintenance.map((planned) => (
          <MaintenanceNotice key={planned.id} {...{ planned, context }} />
        ))}
        <Figures status={status} detail={more} i18n={i18n} />
        {found?.at === 'failed' && !more && (
          <Notice tone={tones.amber} title={errorSentence(found.error, i18n)} />
        )}
        {found?.at === 'loading' && !more && <Skeleton label={t('integration.syncs')} rows={2} />}
        {more && <Logs detail={more} i18n={i18n} />}
        {canSync && (
          <div>
            <Button size="small" busy={sync.isBusy} onPress={() => run('sync')}>
              {t('integration.syncNow')}
            </Button>
          </div>
        )}
      </ScreenBody>
      <ScreenFooter>
        <div class={css.buttons}>
          {load && (
            <Button busy={check.isBusy} onPress={() => run('check')}>
              {t(check.isBusy ? 'integration.testing' : 'integration.test')}
            </Button>
          )}
          <Button variant="primary" onPress={() => report(status, context)}>
            {t('status.report')}
          </Button>
        </div>
      </ScreenFooter>
    </>
  );
}
