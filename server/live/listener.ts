import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import * as z from 'zod/mini';
import { AgentLiveEvent } from '../../src/contract/presence.ts';
import { KeyMode } from '../../src/contract/role.ts';
import type { Logger } from '../base/logger.ts';
import type { Database } from '../db/db.ts';
import { isNile } from '../db/isolation.ts';
import { liveChannel } from '../queries/live.ts';
import { type Background, startLoop } from '../queue/loop.ts';
import type { LiveHub } from './hub.ts';

const Notice = z.object({
  tenantId: z.string(),
  visitorHash: z.optional(z.string()),
  mode: z.optional(KeyMode),
  organizationId: z.nullish(z.string()),
  sharedWith: z.nullish(z.string()),
  agentsOnly: z.boolean(),
  event: AgentLiveEvent,
});
/** The message that the server sends to itself to test whether LISTEN works. */
const Probe = z.object({ probe: z.string() });

export interface ListenerOptions {
  /**
   * Interval between tests of the connection, and between attempts to replace a connection on which
   * no notification arrives. Default 15 seconds.
   */
  everyMs?: number | undefined;
  /** Timeout for the test notification. Default 5 seconds. */
  probeMs?: number | undefined;
}

/** Delay before a lost connection is reopened. */
const retryMs = 1_000;

/**
 * Forwards the commits of all processes to the streams of this one. It tests the connection by a
 * notification to itself, because behind a pooler LISTEN succeeds but no notification arrives. In
 * that case, every stream sends a `resync` at each attempt, and once when notifications arrive
 * again.
 */
export async function listenForLive(
  { kysely, listen, isEmbedded }: Database,
  hub: LiveHub,
  logger: Logger,
  { everyMs = 15_000, probeMs = 5_000 }: ListenerOptions = {},
): Promise<Background> {
  /** `unheard`: connected, but no notification arrives. */
  let state: 'new' | 'live' | 'lost' | 'unheard' = 'new';
  let unlisten: (() => Promise<void>) | undefined;
  let lastAttempt = Number.NEGATIVE_INFINITY;
  let onProbe: (probe: string) => void = () => {};
  let wake = () => {};

  function receive(text: string): void {
    const message: unknown = JSON.parse(text);
    const notice = Notice.safeParse(message);
    if (notice.success) hub.publish(notice.data);
    const probe = Probe.safeParse(message);
    if (probe.success) onProbe(probe.data.probe);
  }

  function onLost(error: unknown): void {
    if (state !== 'lost') logger.warn({ err: error }, 'Live updates lost; will reconnect');
    unlisten = undefined;
    state = 'lost';
  }

  async function connect(): Promise<void> {
    // NileDB is not known to support notifications, so streams poll.
    if (isNile(kysely)) return;
    try {
      unlisten = await listen(liveChannel, receive, (error) => {
        onLost(error);
        wake();
      });
    } catch (error) {
      onLost(error);
    }
  }

  /** Returns whether a notification that is sent through the pool arrives here. */
  async function isReceiving(): Promise<boolean> {
    if (isEmbedded) return true;
    const probe = randomUUID();
    let timer: NodeJS.Timeout | undefined;
    const arrival = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), probeMs);
      onProbe = (received) => {
        if (received === probe) resolve(true);
      };
    });
    try {
      await sql`select pg_notify(${liveChannel}, ${JSON.stringify({ probe })})`.execute(kysely);
      return await arrival;
    } finally {
      clearTimeout(timer);
    }
  }

  async function test(): Promise<void> {
    if (await isReceiving()) {
      if (state !== 'live' && state !== 'new') hub.resync();
      state = 'live';
      return;
    }
    // The connection was lost in the meantime, which is handled elsewhere.
    if (unlisten === undefined) return;
    if (state !== 'unheard') {
      logger.warn(
        'Live updates do not arrive, as behind a pooler; streams resync every few seconds. Set DATABASE_URL_DIRECT to an address without a pooler.',
      );
    }
    state = 'unheard';
    await unlisten();
    unlisten = undefined;
  }

  async function run(): Promise<boolean> {
    const isDue = performance.now() - lastAttempt >= everyMs;
    if (!isDue && state !== 'lost') return false;
    if (isDue) lastAttempt = performance.now();
    if (unlisten === undefined) await connect();
    if (unlisten !== undefined) await test();
    if (isDue && state !== 'live') hub.resync();
    return false;
  }

  await connect();
  const loop = startLoop({
    name: 'live updates',
    everyMs: Math.min(retryMs, everyMs),
    run,
    logger,
  });
  wake = loop.wake;
  return {
    idle: loop.idle,
    async stop() {
      await loop.stop();
      await unlisten?.();
    },
  };
}
