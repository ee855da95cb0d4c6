import type { SupportContext } from '../../core/context.ts';
import { looks } from '../../integrations/stateLook.ts';
import { StatusPill } from '../../ui/StatusGlyph.tsx';
import { summaryWords } from '../stateWords.ts';
import { useIntegrations } from '../useIntegrations.ts';
import * as css from './StatusBadge.css.ts';

export function renderStatusSummary(context: SupportContext) {
  return <StatusSummary context={context} />;
}

/** Shows how many integrations work. A press opens the list. */
function StatusSummary({ context }: { context: SupportContext }) {
  const { i18n, messenger } = context;
  const model = useIntegrations(context);
  const isRead = model && model.state.value.at !== 'idle' && model.state.value.at !== 'loading';
  if (!isRead) return <span class={`${css.badge} ${css.variant.compact}`} aria-busy="true" />;
  const summary = model.summary.value;
  return (
    <button
      type="button"
      class={css.badge}
      part="badge"
      aria-haspopup="dialog"
      onClick={() => messenger.open('status')}
    >
      <StatusPill look={looks[summary.worst ?? 'unknown']}>
        {summaryWords(summary, i18n)}
      </StatusPill>
    </button>
  );
}
