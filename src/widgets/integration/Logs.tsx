import type { ComponentChildren } from 'preact';
import type { Reply } from '../../contract/endpoint.ts';
import type { getIntegration } from '../../contract/integrationDetail.ts';
import { moment } from '../../i18n/moment.ts';
import type { I18n } from '../../i18n/translator.ts';
import type { DisplayState } from '../../integrations/displayState.ts';
import { looks } from '../../integrations/stateLook.ts';
import { List } from '../../ui/List.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { StatusGlyph } from '../../ui/StatusGlyph.tsx';
import * as css from './Integration.css.ts';

interface LogsProps {
  detail: Reply<typeof getIntegration>;
  i18n: I18n;
}

const shownLogs = 5;

/** The history of the state: alerts, syncs and events of the provider. */
export function Logs({ detail, i18n }: LogsProps) {
  const { t } = i18n;
  return (
    <>
      <Log label={t('integration.alerts')}>
        {detail.alerts.slice(0, shownLogs).map((alert) => (
          <Entry
            key={alert.id}
            state={alert.resolved ? 'ok' : alert.severity === 'low' ? 'degraded' : 'down'}
            words={alert.message}
            word={t(alert.resolved ? 'alert.resolved' : `severity.${alert.severity}`)}
            time={moment(alert.timestamp, i18n)}
          />
        ))}
      </Log>
      <Log label={t('integration.syncs')}>
        {detail.sync_log.slice(0, shownLogs).map((sync) => {
          const { accounts, contacts, engagements } = sync.records;
          const count = accounts + contacts + engagements;
          return (
            <Entry
              key={sync.id}
              state={syncLooks[sync.status]}
              words={sync.message ?? t('integration.records', { count })}
              word={t(`sync.${sync.status}`)}
              time={moment(sync.finished_at ?? sync.started_at, i18n)}
            />
          );
        })}
      </Log>
      <Log label={t('integration.events')}>
        {detail.webhook_log.slice(0, shownLogs).map((event) => (
          <Entry
            key={event.id}
            state={eventLooks[event.status]}
            words={event.message ?? event.type}
            word={t(`event.${event.status}`)}
            time={moment(event.received_at, i18n)}
          />
        ))}
      </Log>
    </>
  );
}

const syncLooks = { running: 'syncing', succeeded: 'ok', failed: 'down' } as const;
const eventLooks = { queued: 'syncing', processed: 'ok', failed: 'down' } as const;

function Log({ label, children }: { label: string; children: ComponentChildren[] }) {
  if (children.length === 0) return null;
  return (
    <section>
      <SectionHeading>{label}</SectionHeading>
      <List label={label}>{children}</List>
    </section>
  );
}

function Entry(props: { state: DisplayState; words: string; word: string; time: string }) {
  const { state, words, word, time } = props;
  return (
    <div class={css.row} title={word}>
      <span role="img" aria-label={word}>
        <StatusGlyph {...looks[state]} size={14} />
      </span>
      <bdi class={css.words}>{words}</bdi>
      <span class={css.small}>{time}</span>
    </div>
  );
}
