import '../../i18n/locales/en/form.ts';
import { useEffect } from 'preact/hooks';
import type { SupportContext } from '../../core/context.ts';
import { lazyView } from '../../ui/lazyView.tsx';
import { TicketForm } from './TicketForm.tsx';
import type { TicketModel } from './ticket.model.ts';

const ByMail = lazyView(() => import('./ByMail.tsx').then((one) => one.ByMail));

/** The contact form, and the view after it was sent. */
export function Ticket({ model, context }: { model: TicketModel; context: SupportContext }) {
  useEffect(() => model.show(), [model]);
  const status = model.status.value;
  return status.at === 'mailed' ? (
    <ByMail mail={status.mail} model={model} i18n={context.i18n} />
  ) : (
    <TicketForm model={model} context={context} />
  );
}
