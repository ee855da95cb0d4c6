import '../../i18n/locales/en/context.ts';
import { ShieldCheck } from 'lucide';
import type { SupportContext } from '../../core/context.ts';
import type { MessageKey } from '../../i18n/translator.ts';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Row } from '../../ui/List.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { TicketModel } from './ticket.model.ts';
import { type ContextName, contextLines } from './ticketContext.ts';

const labels: Record<ContextName, MessageKey> = {
  name: 'ticket.name',
  account: 'ticket.contextAccount',
  url: 'ticket.contextUrl',
  title: 'ticket.contextTitle',
  browser: 'ticket.contextBrowser',
  locale: 'ticket.contextLocale',
  version: 'ticket.contextVersion',
  article: 'ticket.contextArticle',
  suggestions: 'ticket.contextSuggestions',
  incident: 'ticket.contextIncident',
  mailtoAttempted: 'ticket.contextMailTried',
};

/** Everything that goes along with what was written, each piece with a switch but the address to answer to. */
export function ContextList({ model, context }: { model: TicketModel; context: SupportContext }) {
  const { t } = context.i18n;
  const values = model.values.value;
  const lines = contextLines(values, context, model.surroundings());
  return (
    <Disclosure id="ticket-context" icon={ShieldCheck} label={t('ticket.context')}>
      <Row title={t('ticket.email')} detail={values.email} />
      {[...lines].map(([line, value]) => (
        <Switch
          key={line}
          label={t(labels[line])}
          value={value}
          on={!model.keptBack.value.has(line)}
          onChange={(on) => model.allow(line, on)}
        />
      ))}
    </Disclosure>
  );
}
