import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Conversation } from '../../contract/message.ts';
import type { OutboxEntry } from '../../core/outboxEntry.ts';
import { storableText } from '../../core/storableText.ts';

export interface RatingModel {
  /**
   * `asked` while a resolved request has no rating, `dismissed` after the question was hidden, `given`
   * after a rating was sent or queued.
   */
  state: ReadonlySignal<'none' | 'asked' | 'dismissed' | 'given'>;
  rate(score: number, comment: string): void;
  /** Hides the question until it is asked again, or the request is opened again. */
  dismiss(): void;
  askAgain(): void;
}

/** The rating of a resolved request. */
export function createRating(
  conversation: ReadonlySignal<Conversation | null | undefined>,
  entries: ReadonlySignal<readonly OutboxEntry[]>,
  send: (body: { score: number; comment?: string }) => void,
): RatingModel {
  const dismissed = signal(false);
  return {
    state: computed(() => {
      const { ticket, rating } = conversation.value ?? {};
      if (ticket?.status !== 'resolved') return 'none';
      const isSent = entries.value.some(({ write }) => write.endpoint === 'rateTicket');
      if (rating || isSent) return 'given';
      return dismissed.value ? 'dismissed' : 'asked';
    }),
    rate(score, comment) {
      const said = storableText(comment.trim());
      send({ score, ...(said && { comment: said }) });
    },
    dismiss() {
      dismissed.value = true;
    },
    askAgain() {
      dismissed.value = false;
    },
  };
}
