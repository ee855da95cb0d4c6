import { Wrench } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { Incident, MaintenanceWindow } from '../contract/integration.ts';
import type { SupportContext } from '../core/context.ts';
import { moment } from '../i18n/moment.ts';
import { Icon } from '../ui/Icon.tsx';
import { Notice } from '../ui/Notice.tsx';
import { tone } from '../ui/status.css.ts';

interface IncidentNoticeProps {
  incident: Incident;
  where: 'form' | 'status';
  context: SupportContext;
}

/** An open incident: its title, its start, and the latest update. */
export function IncidentNotice({ incident, where, context }: IncidentNoticeProps) {
  const { i18n, track } = context;
  const { id, title, severity, status, started_at, updates } = incident;
  useEffect(() => track('support_incident_shown', { incident_id: id, severity, where }), [id]);
  const since = i18n.t('incident.since', { time: moment(started_at, i18n) });
  return (
    <Notice
      tone={tone[severity === 'critical' || severity === 'high' ? 'red' : 'amber']}
      title={title}
    >
      <br />
      {i18n.t(`incident.${status}`)} · {since} {updates[0]?.message}
    </Notice>
  );
}

export function MaintenanceNotice({
  planned,
  context: { i18n },
}: {
  planned: MaintenanceWindow;
  context: SupportContext;
}) {
  const times = { from: moment(planned.starts_at, i18n), to: moment(planned.ends_at, i18n) };
  return (
    <Notice tone={tone.blue} glyph={<Icon of={Wrench} />} title={planned.title}>
      <br />
      {i18n.t('maintenance.times', times)} {planned.description}
    </Notice>
  );
}
