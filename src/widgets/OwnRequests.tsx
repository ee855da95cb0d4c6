import '../i18n/locales/en/rows.ts';
import type { TicketSummary } from '../contract/ticket.ts';
import type { SupportContext } from '../core/context.ts';
import type { UnsentRequest } from '../core/unsent.ts';
import { Button } from '../ui/Button.tsx';
import * as screen from '../ui/Screen.css.ts';
import { SectionHeading } from '../ui/SectionHeading.tsx';
import { RequestRows } from './RequestRows.tsx';
import { UnsentRows } from './UnsentRows.tsx';
import { useKeptRows } from './useKeptRows.ts';

interface OwnRequestsProps {
  /** Requests that the backend has not received yet. */
  unsent: readonly UnsentRequest[];
  tickets: readonly TicketSummary[];
  context: SupportContext;
}

/**
 * The visitor's newest requests, on the first screen. A request that is new meanwhile is shown with
 * the next visit of the screen.
 */
export function OwnRequests({ unsent, tickets, context }: OwnRequestsProps) {
  const { i18n, messenger } = context;
  const rows = useKeptRows(tickets).kept;
  return (
    <section>
      <SectionHeading
        action={
          <Button
            variant="link"
            size="small"
            onPress={() => messenger.navigate({ id: 'requests' })}
          >
            {i18n.t('home.seeAll')}
          </Button>
        }
      >
        {i18n.t('home.requests')}
      </SectionHeading>
      <div class={screen.stack}>
        <UnsentRows rows={useKeptRows(unsent).kept} context={context} />
        {rows.length > 0 && (
          <RequestRows
            tickets={rows}
            i18n={i18n}
            onOpen={(ticketId) => messenger.navigate({ id: 'conversation', ticketId })}
          />
        )}
      </div>
    </section>
  );
}
