import type { Logger } from '../../base/logger.ts';
import { describeFailure, waitAskedFor } from '../../queue/retry.ts';
import { PermanentFailure } from '../../queue/worker.ts';
import type { Mailer } from './mailer.ts';

export interface FailoverOptions {
  logger: Logger;
  /**
   * Time for which a failed provider is only tried after all others. Default 1 minute, or the provider's
   * `Retry-After` if that is longer.
   */
  restMs?: number | undefined;
}

/**
 * Combines several mailers. They are tried in the given order.
 *
 * A mail that one provider accepts is not sent through another. If a provider rejects the mail or
 * cannot be reached, the next one is tried. After an ambiguous failure (timeout, lost connection,
 * server error, invalid response), the next provider gets the mail with the same Message-ID. So a
 * mail is sent at least once, and only in this case twice. Mail systems that compare Message-IDs
 * show one copy.
 *
 * A provider that failed for a reason other than the mail is tried last for a while, so that a
 * provider that hangs does not delay every mail.
 *
 * `send` throws AggregateError if no provider accepted the mail, and PermanentFailure if all
 * rejected it permanently.
 */
export function createFailover(
  mailers: Readonly<Record<string, Mailer>>,
  { logger, restMs = 60_000 }: FailoverOptions,
): Mailer {
  const restingUntil = new Map<string, number>();
  const isResting = ([name]: [string, Mailer]) =>
    (restingUntil.get(name) ?? 0) > performance.now() ? 1 : 0;

  return {
    async send(mail) {
      const failures: unknown[] = [];
      const inOrder = Object.entries(mailers).sort((a, b) => isResting(a) - isResting(b));
      for (const [name, mailer] of inOrder) {
        try {
          await mailer.send(mail);
          restingUntil.delete(name);
          return;
        } catch (error) {
          failures.push(error);
          const failure = describeFailure(error);
          logger.warn({ mailer: name, mail: mail.messageId, failure }, 'Mail service failed');
          if (error instanceof PermanentFailure) continue;
          restingUntil.set(name, performance.now() + Math.max(restMs, waitAskedFor(error)));
        }
      }
      const all = new AggregateError(failures, 'No provider accepted the mail.');
      throw failures.every((one) => one instanceof PermanentFailure)
        ? new PermanentFailure(all)
        : all;
    },
    close() {
      for (const mailer of Object.values(mailers)) mailer.close();
    },
  };
}
