import '../../i18n/locales/en/contextLines.ts';
import { useSignal } from '@preact/signals';
import type { SupportContext } from '../../core/context.ts';
import type { MessageKey } from '../../i18n/translator.ts';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/List.tsx';
import { Switch } from '../../ui/Switch.tsx';
import * as css from './ContextLines.css.ts';
import { contextWords } from './contextWords.ts';
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
  values: 'ticket.contextValues',
  suggestions: 'ticket.contextSuggestions',
  exchange: 'ticket.contextExchange',
  incident: 'ticket.contextIncident',
  mailtoAttempted: 'ticket.contextMailTried',
};

/**
 * All values of the attached context. Each has a switch, except the address for replies. They are
 * shown in plain words, or on demand exactly as they are sent.
 */
export function ContextLines({ model, context }: { model: TicketModel; context: SupportContext }) {
  const { t } = context.i18n;
  const isExact = useSignal(false);
  const values = model.values.value;
  const surroundings = model.surroundings();
  const exact = contextLines(values, context, surroundings);
  const words = isExact.value ? undefined : contextWords(context, surroundings);
  return (
    <>
      <Row title={t('ticket.email')} detail={values.email} />
      {[...exact].map(([line, value]) => (
        <Switch
          key={line}
          label={t(labels[line])}
          value={words?.get(line) ?? value}
          on={!model.excluded.value.has(line)}
          onChange={(on) => model.allow(line, on)}
        />
      ))}
      <div class={css.exact}>
        <Button
          variant="link"
          size="small"
          onPress={() => {
            isExact.value = !isExact.value;
          }}
        >
          {t(isExact.value ? 'ticket.contextInWords' : 'ticket.contextExact')}
        </Button>
      </div>
    </>
  );
}
