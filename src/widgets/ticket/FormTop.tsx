import type { SupportContext } from '../../core/context.ts';
import { lazyView } from '../../ui/lazyView.tsx';
import { TeamLine } from '../TeamLine.tsx';
import type { TicketModel } from './ticket.model.ts';

const StatusBanner = lazyView(() => import('./StatusBanner.tsx').then((one) => one.StatusBanner));

/** The facts to know before writing: who answers and when, and known problems. */
export function FormTop({ model, context }: { model: TicketModel; context: SupportContext }) {
  const { integrations } = context;
  // Without a category, only an incident would be shown, which does not justify a stream for every
  // visitor of the form.
  const isStatusWanted =
    integrations.isConnected.value &&
    (integrations.model.value || model.values.value.category !== '');
  return (
    <>
      <TeamLine context={context} />
      {isStatusWanted && <StatusBanner model={model} context={context} />}
    </>
  );
}
