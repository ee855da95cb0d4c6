import { ChevronRight } from 'lucide';
import type { SupportContext } from '../core/context.ts';
import { looks } from '../integrations/stateLook.ts';
import { Icon } from '../ui/Icon.tsx';
import { StatusGlyph } from '../ui/StatusGlyph.tsx';
import * as css from './StatusLine.css.ts';

/**
 * One line with the state of the integrations, which the screen polls. Renders nothing without
 * integrations.
 */
export function StatusLine({ context }: { context: SupportContext }) {
  const { i18n, messenger } = context;
  const summary = context.integrations.model.value?.summary.value;
  if (!summary || summary.worst === undefined) return null;
  const { count, working, worst } = summary;
  return (
    <button type="button" class={css.line} onClick={() => messenger.navigate({ id: 'status' })}>
      <StatusGlyph {...looks[worst]} />
      <span class={css.grow}>
        {working === count
          ? i18n.plural('summary.lineAll', count)
          : i18n.t('summary.line', { count, working })}
      </span>
      <span class={css.soft}>
        <Icon of={ChevronRight} size={14} mirrored />
      </span>
    </button>
  );
}
