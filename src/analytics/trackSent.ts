import type { OutboxEntry } from '../core/outboxEntry.ts';
import type { Track } from './track.ts';

/** Tracks writes of the outbox that the backend has stored. */
export function trackSent({ write, state, files }: OutboxEntry, track: Track): void {
  if (state.at !== 'sent') return;
  switch (write.endpoint) {
    case 'createTicket': {
      const { category, priority = 'medium', customerTier, mailtoAttempted = false } = write.body;
      track('support_ticket_created', {
        ticket_id: state.ticket?.id ?? null,
        ticket_number: state.ticket?.ticket_number ?? '',
        category,
        priority,
        customer_tier: customerTier ?? null,
        original_mailto_attempt: mailtoAttempted,
      });
      break;
    }
    case 'replyToTicket':
      track('support_reply_sent', { attachments: files?.length ?? 0 });
      break;
    case 'rateTicket':
      track('support_csat_submit', {
        score: write.body.score,
        has_comment: Boolean(write.body.comment),
      });
  }
}
