import * as z from 'zod/mini';
import { LiveEvent } from '../../src/contract/live.ts';
import type { Logger } from '../base/logger.ts';
import type { Database } from '../db/db.ts';
import { liveChannel } from '../queries/live.ts';
import type { Background } from '../queue/loop.ts';
import type { LiveHub } from './hub.ts';

const Notice = z.object({
  tenantId: z.string(),
  visitorHash: z.optional(z.string()),
  agentsOnly: z.boolean(),
  event: LiveEvent,
});

/** Pauses between attempts to listen again, in milliseconds. */
const firstPause = 200;
const longestPause = 10_000;

/**
 * Brings what any process commits to the streams of this one. A broken connection is made again;
 * as notices may have been lost meanwhile, every stream is then told to read anew.
 */
export async function listenForLive(
  database: Database,
  hub: LiveHub,
  logger: Logger,
): Promise<Background> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let unlisten: () => Promise<void> = async () => {};

  function hear(text: string): void {
    const notice = Notice.safeParse(JSON.parse(text));
    if (notice.success) hub.publish(notice.data);
  }

  const lose = (error: unknown) => logger.warn({ err: error }, 'Live updates lost; will reconnect');

  async function start(pause: number): Promise<void> {
    try {
      unlisten = await database.listen(liveChannel, hear, (error) => {
        lose(error);
        again(firstPause);
      });
      if (stopped) await unlisten();
    } catch (error) {
      lose(error);
      again(Math.min(longestPause, pause * 2));
    }
  }

  function again(pause: number): void {
    if (stopped) return;
    timer = setTimeout(() => void start(pause).then(() => hub.resync()), pause);
  }

  await start(firstPause);
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await unlisten();
    },
  };
}
