import { setMaxListeners } from 'node:events';
import type { Hono } from 'hono';
import { agentStreamPath } from '../../src/contract/agent.ts';
import { streamPath } from '../../src/contract/live.ts';
import type { AgentLiveEvent } from '../../src/contract/presence.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isGuest } from '../http/authenticate.ts';
import type { Environment, RequestContext } from '../http/envelope.ts';
import { type Gates, identify } from '../http/identify.ts';
import type { LiveHub, LiveReader } from '../live/hub.ts';

/** Interval of heartbeats, which let both sides detect a dead connection. */
const heartbeatMs = 20_000;
/** Maximum number of streams of one visitor: their tabs and devices. */
const maxStreamsPerVisitor = 20;
/** Maximum number of unread chunks before the stream of a slow reader is closed. */
const maxUnreadChunks = 256;

interface StreamDeps extends Gates {
  live: LiveHub;
  isLive?: boolean;
  /** Ends every stream. */
  stopping?: AbortSignal;
}

/** An anonymous visitor receives events that concern everyone. Each stream has a new identity. */
const guest = { access: 'key', beacon: true } as const;

/** Serves the streams of visitors and of agents. */
export function addStreams(app: Hono<Environment>, basePath: string, deps: StreamDeps): void {
  const stopping = deps.stopping ?? new AbortController().signal;
  // Every stream adds a listener to it. Node.js would warn of a leak above ten.
  setMaxListeners(0, stopping);
  for (const [path, access] of [
    [streamPath, 'visitor'],
    [agentStreamPath, 'agent'],
  ] as const) {
    app.get(basePath + path, async (c) => {
      const rights = access === 'visitor' && isGuest(c) ? guest : { access };
      const needed = { method: 'GET', path, ...rights } as const;
      const { tenantId, visitorHash, signed, mode } = await identify(c, needed, deps);
      // This check is not a request of the caller, so it does not count towards rate limits.
      const isAllowed = () => identify(c, needed, { ...deps, async limit() {} }).then(() => true);
      const reader = { tenantId, visitorHash, mode, organizationId: signed?.organization?.id };
      return openStream(c, deps, reader, isAllowed, stopping);
    });
  }
}

/**
 * Opens a stream of server-sent events for one visitor, or for the agents of a tenant. `isAllowed`
 * is called with every heartbeat.
 */
function openStream(
  c: RequestContext,
  { live: hub, isLive = true }: { live: LiveHub; isLive?: boolean },
  owner: LiveReader,
  isAllowed: () => Promise<boolean>,
  ended: AbortSignal,
): Response {
  if (owner.visitorHash !== undefined && hub.count(owner) >= maxStreamsPerVisitor) {
    throw apiErrors.rateLimited(60);
  }
  let stop = () => {};
  const encode = (text: string) => new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) < -maxUnreadChunks) return end();
          controller.enqueue(encode(text));
        };
        const sendEvent = (event: AgentLiveEvent) => send(`data: ${JSON.stringify(event)}\n\n`);
        const unlisten = hub.listen(owner, sendEvent);
        const beat = setInterval(() => {
          if (isLive) send(': still here\n\n');
          else sendEvent({ type: 'resync' });
          isAllowed().then(
            (allowed) => allowed || end(),
            () => end(),
          );
        }, heartbeatMs);
        const end = () => {
          stop();
          controller.close();
        };
        stop = () => {
          stop = () => {};
          clearInterval(beat);
          unlisten();
          ended.removeEventListener('abort', end);
        };
        ended.addEventListener('abort', end);
        send('retry: 2000\n\n');
      },
      cancel: () => stop(),
    },
    { highWaterMark: 1 },
  );
  return c.body(body, 200, {
    'Content-Type': 'text/event-stream; charset=utf-8',
    'X-Accel-Buffering': 'no',
  });
}
