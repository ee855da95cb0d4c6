import { apiErrors } from '../base/apiErrors.ts';
import {
  type ArticleReader,
  createInPlaceReader,
  type ReadFile,
  type Resolve,
  readHere,
  type SourceFile,
} from './articleReader.ts';
import { type ArticleThread, startArticleThread } from './articleThread.ts';

interface Task {
  account: string;
  file: SourceFile;
  resolve: Resolve;
  settle: (result: Promise<ReadFile>) => void;
}

const maxThreads = 2;
/** Characters of an article that takes no thread: none so short takes long. */
const maxShortArticleLength = 4_000;
/** Articles of an account that wait to be read. */
const maxWaiting = 20;
const retrySeconds = 5;
const articleTimeoutSeconds = 5;

/**
 * Reads articles on threads of their own, which start with the first article. An account has one of them
 * at most, and accounts take turns, so that slow articles of one hold up no other. An article may
 * take `timeoutSeconds`, 5 by default.
 */
export function createArticleThreads(
  onUnavailable: (error: unknown) => void,
  { timeoutSeconds = articleTimeoutSeconds } = {},
): ArticleReader {
  const inPlace = createInPlaceReader();
  const waiting = new Map<string, Task[]>();
  const served = new Set<string>();
  const idle: ArticleThread[] = [];
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  let hasThreads = true;

  /** The next article of the account that has waited longest. */
  function nextTask(): Task | undefined {
    for (const [account, tasks] of waiting) {
      if (served.has(account)) continue;
      waiting.delete(account);
      const [task, ...others] = tasks;
      if (others.length > 0) waiting.set(account, others);
      return task;
    }
    return undefined;
  }

  async function openThread(): Promise<ArticleThread | undefined> {
    const free = idle.pop();
    if (free !== undefined || !hasThreads) return free;
    try {
      return await startArticleThread(timeoutSeconds);
    } catch (error) {
      hasThreads = false;
      onUnavailable(error);
      return undefined;
    }
  }

  async function runTask({ account, file, resolve, settle }: Task): Promise<void> {
    const thread = await openThread();
    const stop = () => thread?.end();
    stopping.signal.addEventListener('abort', stop);
    const reading = thread?.read(file, resolve) ?? inPlace.read(account, file, resolve);
    settle(reading);
    await reading.catch(() => {}); // the caller has the error
    stopping.signal.removeEventListener('abort', stop);
    if (thread === undefined || thread.hasEnded()) return;
    if (stopping.signal.aborted) await thread.end();
    else idle.push(thread);
  }

  function startTasks(): void {
    while (running.size < maxThreads) {
      const task = nextTask();
      if (task === undefined) return;
      served.add(task.account);
      const run = runTask(task).finally(() => {
        served.delete(task.account);
        running.delete(run);
        startTasks();
      });
      running.add(run);
    }
  }

  return {
    async read(account, file, resolve) {
      if (file.source.length <= maxShortArticleLength) return readHere(file, resolve);
      const own = waiting.get(account) ?? [];
      if (stopping.signal.aborted) throw apiErrors.unavailable(new Error('The server stops.'));
      if (own.length >= maxWaiting) throw apiErrors.rateLimited(retrySeconds);
      return new Promise<ReadFile>((settle) => {
        waiting.set(account, [...own, { account, file, resolve, settle }]);
        startTasks();
      });
    },
    async close() {
      stopping.abort();
      for (const tasks of waiting.values()) {
        for (const { settle } of tasks) {
          settle(Promise.reject(apiErrors.unavailable(new Error('The server stops.'))));
        }
      }
      waiting.clear();
      await Promise.all(running);
      await Promise.all(idle.splice(0).map((thread) => thread.end()));
    },
  };
}
