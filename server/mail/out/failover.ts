import type { Logger } from '../../base/logger.ts';
import { describeFailure, waitAskedFor } from '../../queue/retry.ts';
import { PermanentFailure } from '../../queue/worker.ts';
import type { Mailer } from './mailer.ts';

export interface FailoverOptions {
  logger: Logger;
  /** How long a failed provider is tried last. Default 1 minute; longer if it says so. */
  restMs?: number | undefined;
}

/**
 * One mailer out of several, in the order in which they are asked.
 *
 * A mail that a provider has accepted goes to no other. One that it has rejected, or could not be reached
 * for, goes to the next at once. After an ambiguous failure (no answer in time, a
 * connection lost, a failure on their side, an invalid answer) it goes to the next too, under the
 * same Message-ID: it is sent at least once, and twice only then; mail systems that compare
 * Message-IDs show one of the two.
 *
 * A provider that failed for another reason than the mail is asked last for a while, so that one that
 * hangs does not delay every mail.
 *
 * `send` throws AggregateError when no provider accepted the mail, PermanentFailure when all rejected it for good.
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
          logger.warn({ mailer: name, mail: mail.messageId, failure }, 'Mailer failed');
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
