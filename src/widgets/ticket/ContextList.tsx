import '../../i18n/locales/en/context.ts';
import { Info } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { SupportContext } from '../../core/context.ts';
import { savesData } from '../../core/savesData.ts';
import { whenIdle } from '../../core/whenIdle.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { lazyView } from '../../ui/lazyView.tsx';
import type { TicketModel } from './ticket.model.ts';

const ContextLines = lazyView(() => import('./ContextLines.tsx').then((one) => one.ContextLines));

/** All data that is attached to the request. */
export function ContextList({ model, context }: { model: TicketModel; context: SupportContext }) {
  const { subject, description } = model.values.value;
  const isWritten = Boolean(subject || description);
  useEffect(() => {
    if (isWritten && !savesData()) return whenIdle(ContextLines.preload);
  }, [isWritten]);
  return (
    <Disclosure id="ticket-context" icon={Info} label={context.i18n.t('ticket.context')}>
      <ContextLines model={model} context={context} />
    </Disclosure>
  );
}
