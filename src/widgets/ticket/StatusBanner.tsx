import { useEffect } from 'preact/hooks';
import type { IntegrationStatus } from '../../contract/integration.ts';
import type { SupportContext } from '../../core/context.ts';
import { looks } from '../../integrations/stateLook.ts';
import { lazyView } from '../../ui/lazyView.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { StatusGlyph } from '../../ui/StatusGlyph.tsx';
import { tone as tones } from '../../ui/status.css.ts';
import { IncidentNotice } from '../IncidentNotices.tsx';
import { AttemptNote, StateAction } from '../StateAction.tsx';
import { stateReason } from '../stateWords.ts';
import { useIntegrations } from '../useIntegrations.ts';
import type { TicketModel } from './ticket.model.ts';

const NotifyMe = lazyView(() => import('../Awaited.tsx').then((one) => one.NotifyMe));

/** Known problems, shown before a person writes about them. */
export function StatusBanner({
  model: form,
  context,
}: {
  model: TicketModel;
  context: SupportContext;
}) {
  const model = useIntegrations(context);
  const category = form.values.value.category;
  const incident = model?.incidents.value[0];
  useEffect(() => {
    form.draft.incident.value = incident?.id ?? null;
  }, [incident?.id]);
  if (!model) return null;
  if (incident) return <IncidentNotice incident={incident} where="form" context={context} />;
  const status = model.all.value.find((one) => fits(one, category) && isBad(one));
  if (!status) return null;
  const state = model.stateOf(status);
  const { t } = context.i18n;
  return (
    <Notice
      tone={tones[looks[state].tone]}
      glyph={<StatusGlyph {...looks[state]} />}
      title={t('banner.title', { name: status.name, state: t(`state.${state}`) })}
      actions={
        <>
          <StateAction {...{ status, model, context }} variant="link" size="small" />
          <AttemptNote {...{ status, model, context }} />
          <NotifyMe {...{ status, model, context }} />
        </>
      }
    >
      {stateReason(status, state, context.i18n)}
    </Notice>
  );

  function isBad(one: IntegrationStatus): boolean {
    const state = model?.stateOf(one);
    return state === 'action_needed' || state === 'down' || state === 'degraded';
  }
}

/**
 * The category of integrations matches all of them. Other categories match those with their name.
 */
function fits({ category, provider }: IntegrationStatus, chosen: string): boolean {
  const named = chosen === category || chosen === provider;
  return named || /^integrations?$/.test(chosen);
}
