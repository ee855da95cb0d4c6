import { once } from 'node:events';
import { extname } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { codeOf } from '../base/errorCode.ts';
import { ArticleFault } from './articleFault.ts';
import type { ReadFile, Resolve, SourceFile } from './articleReader.ts';
import type { Opened, ReadText, Resolved } from './openArticle.ts';
import { tooSlow } from './parsingBounds.ts';
import { startWorkTime } from './workTime.ts';

export type ToWorker = { file: SourceFile } | { resolved: Resolved };

export type FromWorker =
  | { isReady: true }
  | { opened: Opened }
  | { text: ReadText }
  | { fault: { message: string; line: number } }
  | { error: unknown };

const checkEveryMs = 250;
const memoryMb = 512;

/** A thread that reads one article at a time. */
export interface ArticleThread {
  /** True once it cannot read any more. */
  hasEnded(): boolean;
  /** @throws ArticleFault */
  read(file: SourceFile, resolve: Resolve): Promise<ReadFile>;
  end(): Promise<void>;
}

/**
 * Resolves when the thread is ready; rejects where there are no threads, or not its file. An article
 * may take `timeoutSeconds`.
 */
export async function startArticleThread(timeoutSeconds: number): Promise<ArticleThread> {
  const { Worker } = await import('node:worker_threads');
  // The built file has the ending of this one.
  const program = new URL(`./articleWorker${extname(import.meta.url)}`, import.meta.url);
  const worker = new Worker(program, {
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const ended = new AbortController();
  worker.on('error', (error) => ended.abort(error));
  worker.on('exit', () => ended.abort(new Error('The thread that reads articles has ended.')));
  ended.signal.addEventListener('abort', () => worker.terminate());
  await receive(worker, ended.signal);
  worker.unref();

  async function call(message: ToWorker): Promise<FromWorker> {
    worker.postMessage(message);
    const reply = await receive(worker, ended.signal);
    if ('fault' in reply) throw new ArticleFault(reply.fault.message, reply.fault.line);
    if ('error' in reply) throw reply.error;
    return reply;
  }

  async function readWithin(file: SourceFile, resolve: Resolve): Promise<ReadFile> {
    const first = await call({ file });
    if (!('opened' in first)) throw new Error('The thread sent something else.');
    const resolved = resolve(first.opened);
    const last = await call({ resolved });
    if (!('text' in last)) throw new Error('The thread sent something else.');
    return { text: last.text, front: resolved.front, category: first.opened.category };
  }

  return {
    hasEnded: () => ended.signal.aborted,
    async read(source, resolve) {
      worker.ref();
      const workMs = startWorkTime();
      const timer = setInterval(() => {
        if (workMs() > timeoutSeconds * 1_000) ended.abort(tooSlow(timeoutSeconds));
      }, checkEveryMs);
      try {
        return await readWithin(source, resolve);
      } finally {
        clearInterval(timer);
        worker.unref();
      }
    },
    async end() {
      ended.abort(new Error('The thread that reads articles was ended.'));
      await worker.terminate();
    },
  };
}

async function receive(worker: Worker, signal: AbortSignal): Promise<FromWorker> {
  try {
    const [message] = await once(worker, 'message', { signal });
    return message;
  } catch (error) {
    const reason = signal.aborted ? signal.reason : error;
    throw codeOf(reason) === 'ERR_WORKER_OUT_OF_MEMORY' ? tooLarge() : reason;
  }
}

function tooLarge(): ArticleFault {
  return new ArticleFault(
    'The article needs more memory than there is to read it. Split it into several articles.',
    1,
  );
}
