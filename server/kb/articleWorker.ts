import { parentPort } from 'node:worker_threads';
import { loadLanguage } from '../../src/relevance/language.ts';
import { ArticleFault } from './articleFault.ts';
import type { FromWorker, ToWorker } from './articleThread.ts';
import { type OpenedArticle, openArticle } from './openArticle.ts';

let article: OpenedArticle | undefined;

async function respond(message: ToWorker): Promise<FromWorker> {
  if ('file' in message) {
    await loadLanguage(message.file.locale);
    article = openArticle(message.file);
    return { opened: article.opened };
  }
  if (article === undefined) throw new Error('No article was opened.');
  return { text: article.finish(message.resolved) };
}

parentPort?.on('message', async (message: ToWorker) => {
  try {
    parentPort?.postMessage(await respond(message));
  } catch (error) {
    const isFault = error instanceof ArticleFault;
    parentPort?.postMessage(
      isFault ? { fault: { message: error.message, line: error.line } } : { error },
    );
  }
});
parentPort?.postMessage({ isReady: true });
