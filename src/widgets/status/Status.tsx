import { RotateCw, TriangleAlert } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { Incident, IntegrationStatus, MaintenanceWindow } from '../../contract/integration.ts';
import type { SupportContext } from '../../core/context.ts';
import type { IntegrationsModel } from '../../core/integrations.model.ts';
import { since } from '../../i18n/ago.ts';
import { looks } from '../../integrations/stateLook.ts';
import { Button } from '../../ui/Button.tsx';
import { CenterState } from '../../ui/CenterState.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { List } from '../../ui/List.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { ScreenBody, ScreenFooter } from '../../ui/Screen.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { Skeleton } from '../../ui/Skeleton.tsx';
import { StatusPill, StatusWord } from '../../ui/StatusGlyph.tsx';
import { tone } from '../../ui/status.css.ts';
import { Tile } from '../../ui/Tile.tsx';
import type { MountedScreen } from '../define.ts';
import { IncidentNotice, MaintenanceNotice } from '../IncidentNotices.tsx';
import { AttemptNote, type OfOne, StateAction } from '../StateAction.tsx';
import { summaryWords } from '../stateWords.ts';
import { useIntegrations } from '../useIntegrations.ts';
import { useKeptRows } from '../useKeptRows.ts';
import * as css from './Status.css.ts';

export function createStatusScreen(context: SupportContext): MountedScreen {
  return { render: () => <Status context={context} />, dispose() {} };
}

function Status({ context }: { context: SupportContext }) {
  const { i18n, track } = context;
  const { t } = i18n;
  const model = useIntegrations(context);
  const state = model?.state.value;
  const isRead = state?.at === 'ready' || state?.at === 'failed';
  useEffect(() => {
    const worst = model?.summary.peek().worst ?? null;
    if (isRead) track('support_status_view', { view: 'list', provider: null, state: worst });
  }, [isRead]);
  if (model && isRead) return <Integrations model={model} context={context} />;
  return (
    <ScreenBody>
      <Skeleton label={t('status.title')} rows={4} />
    </ScreenBody>
  );
}

interface IntegrationsProps {
  model: IntegrationsModel;
  context: SupportContext;
}

/**
 * Notices that arrive while the screen is shown are in its footer, so that no row moves. An
 * incident that ends meanwhile keeps its place.
 */
function Integrations({ model, context }: IntegrationsProps) {
  const { t } = context.i18n;
  const open = [...model.incidents.value, ...model.maintenance.value];
  const { kept, added } = useKeptRows<Known>(open);
  const isStale = model.state.value.at === 'failed' && model.all.value.length > 0;
  const draw = (one: Known) => <KnownNotice key={one.id} known={one} context={context} />;
  return (
    <>
      <ScreenBody>
        {kept.map((one) => draw(open.includes(one) ? one : ended(one)))}
        <Rows model={model} context={context} />
      </ScreenBody>
      {(model.stray.value || isStale || added.length > 0) && (
        <ScreenFooter>
          {model.stray.value && <Notice tone={tone.amber} title={t('connect.stray')} />}
          {isStale && <Notice tone={tone.amber} title={t('status.stale')} />}
          {added.map(draw)}
        </ScreenFooter>
      )}
    </>
  );
}

type Known = Incident | MaintenanceWindow;

const ended = (one: Known): Known =>
  'severity' in one ? { ...one, status: 'resolved', updates: [] } : one;

function KnownNotice({ known, context }: { known: Known; context: SupportContext }) {
  return 'severity' in known ? (
    <IncidentNotice incident={known} where="status" context={context} />
  ) : (
    <MaintenanceNotice planned={known} context={context} />
  );
}

function Rows({ model, context }: IntegrationsProps) {
  const { i18n } = context;
  const { t } = i18n;
  const all = model.all.value;
  const readAt = model.readAt.value;
  if (all.length === 0) {
    return model.state.value.at === 'failed' ? (
      <CenterState
        tone="red"
        icon={TriangleAlert}
        title={t('status.failed')}
        actions={
          <Button icon={RotateCw} onPress={() => void model.refresh()}>
            {t('requests.retry')}
          </Button>
        }
      >
        {t('error.network')}
      </CenterState>
    ) : (
      <CenterState tone="grey" icon={RotateCw} title={t('status.none')} />
    );
  }
  const categories = [...new Set(all.map(({ category }) => category))];
  return (
    <>
      <div class={css.top}>
        <p class={css.heading} role="status">
          {summaryWords(model.summary.value, i18n)}
        </p>
        {readAt !== null && (
          <span class={css.time}>
            {t('state.checked', { ago: since(new Date(readAt).toISOString(), i18n) })}
          </span>
        )}
        {model.backend() && (
          <IconButton
            icon={RotateCw}
            label={t('status.check')}
            onPress={() => void model.refresh()}
          />
        )}
      </div>
      {categories.map((category) => (
        <section key={category}>
          <SectionHeading>{t(`system.${category}`)}</SectionHeading>
          <List label={t(`system.${category}`)}>
            {all
              .filter((one) => one.category === category)
              .map((status: IntegrationStatus) => (
                <StatusRow key={status.id} {...{ status, model, context }} />
              ))}
          </List>
        </section>
      ))}
    </>
  );
}

function StatusRow({ status, model, context }: OfOne) {
  const { i18n, messenger } = context;
  const state = model.stateOf(status);
  const word = i18n.t(`state.${state}`);
  const needsPerson = state === 'action_needed';
  return (
    <>
      <div class={css.row}>
        <button
          type="button"
          class={css.open}
          onClick={() => messenger.navigate({ id: 'integration', integration: status.id })}
        >
          <Tile name={status.name} />
          <span class={css.words}>
            <bdi class={css.name}>{status.name}</bdi>
            {needsPerson && <StatusWord look={looks[state]}>{word}</StatusWord>}
          </span>
          {!needsPerson && <StatusPill look={looks[state]}>{word}</StatusPill>}
        </button>
        {needsPerson && (
          <div class={css.action}>
            <StateAction {...{ status, model, context }} size="small" />
          </div>
        )}
      </div>
      {model.attemptOf(status.id).value.at !== 'idle' && (
        <div class={css.note}>
          <AttemptNote {...{ status, model, context }} />
        </div>
      )}
    </>
  );
}
