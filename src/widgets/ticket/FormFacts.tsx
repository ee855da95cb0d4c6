import type { SupportContext } from '../../core/context.ts';
import { lazyView } from '../../ui/lazyView.tsx';
import type { TicketModel } from './ticket.model.ts';
import { useSteadyFocus } from './useSteadyFocus.ts';

const TeamLine = lazyView(() => import('../TeamLine.tsx').then((one) => one.TeamLine));
const StatusBanner = lazyView(() => import('./StatusBanner.tsx').then((one) => one.StatusBanner));

interface FormFactsProps {
  model: TicketModel;
  context: SupportContext;
  /** Shows the team, in the footer. Otherwise known problems, among the fields. */
  isFooter?: boolean;
}

/**
 * The facts to know before writing: who answers and when, and known problems. They arrive while the
 * person may be writing, so they are where they do not move the first field, and the field that has
 * the focus stays in place.
 */
export function FormFacts({ model, context, isFooter }: FormFactsProps) {
  if (!isFooter) return <KnownProblems model={model} context={context} />;
  return context.tenantConfig.remote.value?.team ? <TeamLine context={context} /> : null;
}

function KnownProblems({ model, context }: FormFactsProps) {
  const place = useSteadyFocus(model);
  const { integrations } = context;
  // Without a category, only an incident would be shown, which does not justify a stream for every
  // visitor of the form.
  const isStatusWanted =
    integrations.isConnected.value &&
    (integrations.model.value || model.values.value.category !== '');
  return (
    <>
      <span ref={place} hidden />
      {isStatusWanted && <StatusBanner model={model} context={context} />}
    </>
  );
}
