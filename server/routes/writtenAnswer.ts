import type { Hono } from 'hono';
import type { Kysely } from 'kysely';
import { WrittenQuestion } from '../../src/contract/writtenAnswer.ts';
import { type WrittenEvent, writtenAnswerPath } from '../../src/contract/writtenEvent.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { Logger } from '../base/logger.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import type { Environment } from '../http/envelope.ts';
import { type Gates, identify } from '../http/identify.ts';
import { parse } from '../http/input.ts';
import { readJson } from '../http/jsonBody.ts';
import type { Caller } from '../http/route.ts';
import { visitorScope } from '../http/serveRoute.ts';
import type { ChatModel } from '../kb/written/chatModel.ts';
import { findPassages } from '../kb/written/findPassages.ts';
import { writeAnswer } from '../kb/written/writeAnswer.ts';
import { monthlyAllowance, takeAllowances } from '../queries/allowances.ts';
import type { Tenant } from '../queries/tenants.ts';

interface WrittenAnswers extends Gates {
  kysely: Kysely<Schema>;
  readAccount(tenantId: string): Promise<Tenant>;
  /** Undefined: written answers are not available on this server. */
  chatModel: ChatModel | undefined;
}

const needed = {
  method: 'POST',
  path: writtenAnswerPath,
  access: 'visitor',
  readOnly: true,
} as const;

const perVisitor = { kind: 'written answer visitor', limit: 30, windowHours: 1 };
const perNetwork = { kind: 'written answer network', limit: 300, windowHours: 1 };
const perAccount = { kind: monthlyAllowance, windowHours: 30 * 24 };
const secondsPerHour = 3_600;

/**
 * Serves written answers as a stream of events, to accounts that have enabled them. The visitor, the
 * network and the account have a limit each.
 */
export function addWrittenAnswers(
  app: Hono<Environment>,
  basePath: string,
  deps: WrittenAnswers,
): void {
  app.post(basePath + writtenAnswerPath, async (c) => {
    const { chatModel: model, kysely } = deps;
    const caller = await identify(c, needed, deps);
    const account = await deps.readAccount(caller.tenantId);
    if (model === undefined || !account.written_answers) {
      throw apiErrors.notFound(
        'Written answers are off. Turn on the setting written_answers, and set ANSWERS_URL on the server.',
      );
    }
    const question = parse(WrittenQuestion, await readJson(c.req.raw));
    const isInBudget = await countAnswer(kysely, caller, account.written_answers_limit);
    const { passages, locale } = await inScope(kysely, visitorScope(caller), (trx) =>
      findPassages(trx, caller.tenantId, question),
    );
    const stop = new AbortController();
    c.req.raw.signal.addEventListener('abort', () => stop.abort());
    const logger = c.get('logger');
    if (!isInBudget)
      logger.warn('Written answer skipped: the setting written_answers_limit is used up');
    const events = isInBudget
      ? writeAnswer({
          ...{ model, question, locale, passages, signal: stop.signal },
          onFailure: (err) =>
            logger.warn({ err }, 'Written answer failed: the model returned an error'),
        })
      : unavailable(locale);
    return c.body(streamOf(events, stop, logger), 200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'X-Accel-Buffering': 'no',
    });
  });
}

/**
 * Counts an answer. Returns whether the account has one left.
 *
 * @throws RateLimitError if the visitor or the network has none left
 */
async function countAnswer(
  kysely: Kysely<Schema>,
  caller: Caller,
  limit: number,
): Promise<boolean> {
  const { tenantId, visitorHash = '', network } = caller;
  const taken = await inScope(kysely, visitorScope(caller), (trx) =>
    takeAllowances(trx, tenantId, [
      { ...perVisitor, subject: visitorHash },
      { ...perNetwork, subject: network ?? 'unknown', after: perVisitor.kind },
      { ...perAccount, subject: '', limit, after: perNetwork.kind },
    ]),
  );
  if (!taken.has(perNetwork.kind)) throw apiErrors.rateLimited(secondsPerHour);
  return taken.has(perAccount.kind);
}

async function* unavailable(locale: string): AsyncGenerator<WrittenEvent> {
  yield { type: 'sources', locale, sources: [] };
  yield { type: 'end', outcome: 'unavailable' };
}

/** Sends each event as it is written. Stops the answer when the reader leaves. */
function streamOf(
  events: AsyncGenerator<WrittenEvent>,
  stop: AbortController,
  logger: Logger,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await events.next();
        if (done) return controller.close();
        controller.enqueue(encoder.encode(`data: ${JSON.stringify(value)}\n\n`));
      } catch (err) {
        if (!stop.signal.aborted) logger.error({ err }, 'Answer interrupted');
        controller.error(err);
      }
    },
    async cancel() {
      stop.abort();
      await events.return(undefined).catch(() => {}); // it rejects with the abort
    },
  });
}
