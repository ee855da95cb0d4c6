import type { SupportContext } from '../../core/context.ts';
import { filesOf } from '../../core/files.model.ts';
import type { TicketDraftModel } from './ticketDraft.ts';

/** Empties the form and removes the files of its draft, until `undo`. */
export function discardDraft(
  draft: TicketDraftModel,
  { visitor, outbox }: Pick<SupportContext, 'visitor' | 'outbox'>,
): void {
  const { key, origin } = draft;
  const stored = visitor.store.get('draft') ?? '';
  const files = outbox ? filesOf(outbox.files).idsOf(key.peek()) : [];
  const removing =
    outbox && files.length > 0 ? outbox.files.open().then((opened) => opened.remove(files)) : null;
  draft.finish();
  origin.value = {
    at: 'discarded',
    undo() {
      visitor.store.set('draft', stored);
      draft.begin();
      void removing?.then((restore) => restore());
    },
  };
}
