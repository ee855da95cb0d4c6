import '../../i18n/locales/en/draft.ts';
import type { SupportContext } from '../../core/context.ts';
import { Button } from '../../ui/Button.tsx';
import * as css from '../ActionLine.css.ts';
import { discardDraft } from './discardDraft.ts';
import type { TicketModel } from './ticket.model.ts';

interface DraftNoticeProps {
  model: TicketModel;
  context: SupportContext;
}

/**
 * Says that a stored draft was restored, until the first edit. It is in the footer, where nothing
 * moves when it ends. Both actions are one button, which keeps the focus.
 */
export function DraftNotice({ model: { draft }, context }: DraftNoticeProps) {
  const { t } = context.i18n;
  const origin = draft.origin.value;
  const isDiscarded = origin.at === 'discarded';
  return (
    <p class={css.line} role="status">
      <span>{t(isDiscarded ? 'draft.discarded' : 'draft.restored')}</span>
      <Button
        variant="link"
        size="small"
        onPress={isDiscarded ? origin.undo : () => discardDraft(draft, context)}
      >
        {t(isDiscarded ? 'draft.undo' : 'draft.discard')}
      </Button>
    </p>
  );
}
