import type { SupportContext } from '../../core/context.ts';
import { keptErrorOf } from '../../core/keptError.ts';
import type { OutboxModel } from '../../core/outbox.model.ts';
import type { Mail } from '../../integrations/mailto.ts';
import { plainMail } from '../../integrations/plainMail.ts';
import { loadLater } from './loadLater.ts';
import type { Outcome } from './sendThrough.ts';
import type { TicketBody } from './ticketBody.ts';
import type { TicketDraftModel } from './ticketDraft.ts';
import { asWritten } from './ticketForm.ts';

/** The ways to send the form. Their code loads after the form is painted. */
export interface TicketWays {
  /** Passes the current request to the outbox. Never rejects. */
  give(outbox: OutboxModel): Promise<Outcome>;
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
  { key, values }: TicketDraftModel,
  body: TicketBody,
): TicketWays {
  const { visitor, tenantConfig } = context;
  return {
    async give(outbox) {
      const [id, written, around] = [key.peek(), values.peek(), body.surroundings()];
      const [keptBack, files] = [body.keptBack.peek(), outbox.files.idsOf(id)];
      const writer = visitor.epoch.peek();
      try {
        const { draftOf, sendThrough } = await loadLater();
        if (visitor.epoch.peek() !== writer) return { at: 'left' };
        const draft = draftOf(written, context, around, keptBack);
        const write = { endpoint: 'createTicket', body: draft } as const;
        return await sendThrough(outbox, { id, write, files }, visitor);
      } catch (cause) {
        return { at: 'failed', error: keptErrorOf(cause) };
      }
    },
    async mail() {
      const request = asWritten(values.peek());
      const whole = await loadLater().then(
        ({ mailOf }) => mailOf(request, context),
        () => null,
      );
      const to = tenantConfig.email.peek();
      const { href, cut } = whole ?? plainMail(to, request.subject, request.description);
      return { href, cut, whole };
    },
    wholeText() {
      const request = asWritten(values.peek());
      return loadLater().then(
        ({ mailOf, textOf }) => textOf(mailOf(request, context)),
        () => `${tenantConfig.email.peek()}\n${request.subject}\n\n${request.description}`,
      );
    },
  };
}
