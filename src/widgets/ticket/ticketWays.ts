import type { SupportContext } from '../../core/context.ts';
import type { Mail } from '../../integrations/mailto.ts';
import { plainMail } from '../../integrations/plainMail.ts';
import { loadMail } from './loadLater.ts';
import type { TicketDraftModel } from './ticketDraft.ts';
import { asWritten } from './ticketForm.ts';

/** The ways to pass the form on without the outbox. Their code loads after the form is painted. */
export interface TicketWays {
  /**
   * Returns the request as a mail. `whole` is null if its code did not load; then the link contains
   * a part.
   */
  mail(): Promise<{ href: string; cut: boolean; whole: Mail | null }>;
  /** Returns the request as text, for the clipboard. */
  wholeText(): Promise<string>;
}

export function createTicketWays(
  context: SupportContext,
  { values }: TicketDraftModel,
): TicketWays {
  const { tenantConfig } = context;
  return {
    async mail() {
      const request = asWritten(values.peek());
      const whole = await loadMail().then(
        ({ mailOf }) => mailOf(request, context),
        () => null,
      );
      const to = tenantConfig.email.peek();
      const { href, cut } = whole ?? plainMail(to, request.subject, request.description);
      return { href, cut, whole };
    },
    wholeText() {
      const request = asWritten(values.peek());
      return loadMail().then(
        ({ mailOf, textOf }) => textOf(mailOf(request, context)),
        () => `${tenantConfig.email.peek()}\n${request.subject}\n\n${request.description}`,
      );
    },
  };
}
