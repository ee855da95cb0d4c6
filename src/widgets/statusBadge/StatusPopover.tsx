import { X } from 'lucide';
import { moment } from '../../i18n/moment.ts';
import { looks } from '../../integrations/stateLook.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { StatusPill } from '../../ui/StatusGlyph.tsx';
import { Tile } from '../../ui/Tile.tsx';
import { AttemptNote, type OfOne, StateAction } from '../StateAction.tsx';
import { stateReason } from '../stateWords.ts';
import * as css from './StatusBadge.css.ts';

/** The reason with its metrics, and the possible actions. */
export function StatusPopover(props: OfOne & { onClose(returnFocus: boolean): void }) {
  const { status, model, context, onClose } = props;
  const { i18n, messenger } = context;
  const { t, locale } = i18n;
  const { id, name, category, connection, health } = status;
  const state = model.stateOf(status);
  const { uptimePercentage } = health.metrics;
  const figures: [string, string][] = [
    [t('status.lastSync'), connection.last_sync ? moment(connection.last_sync, i18n) : '–'],
    [t('status.contacts'), connection.data_synced.contacts.toLocaleString(locale.value)],
    [
      t('status.uptime'),
      uptimePercentage === null
        ? '–'
        : (uptimePercentage / 100).toLocaleString(locale.value, {
            style: 'percent',
            maximumFractionDigits: 2,
          }),
    ],
  ];
  return (
    <>
      <div class={css.head}>
        <Tile name={name} />
        <div class={css.grow}>
          <h2 class={css.title}>
            <bdi>{name}</bdi>
          </h2>
          <p class={css.label}>{t(`system.${category}`)}</p>
        </div>
        <IconButton icon={X} label={t('panel.close')} onPress={() => onClose(true)} />
      </div>
      <StatusPill look={looks[state]}>{t(`state.${state}`)}</StatusPill>
      <p class={css.reason}>{stateReason(status, state, i18n)}</p>
      <dl class={css.figures}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt class={css.label}>{label}</dt>
            <dd class={css.value}>{value}</dd>
          </div>
        ))}
      </dl>
      <AttemptNote {...{ status, model, context }} />
      <div class={css.actions}>
        <span class={css.main}>
          <StateAction {...{ status, model, context }} variant="primary" withReport />
        </span>
        <Button
          onPress={() => {
            onClose(false);
            messenger.navigate({ id: 'integration', integration: id });
            messenger.open();
          }}
        >
          {t('status.details')}
        </Button>
      </div>
    </>
  );
}
