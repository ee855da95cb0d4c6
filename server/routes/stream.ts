import type { AgentLiveEvent } from '../../src/contract/presence.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { RequestContext } from '../http/answer.ts';
import type { LiveHub, LiveReader } from '../live/hub.ts';

/** Interval of heartbeats, which let both sides detect a dead connection. */
const heartbeatMs = 20_000;
/** Maximum number of streams of one visitor: their tabs and devices. */
const streamsPerVisitor = 20;
/** Maximum number of unread chunks before the stream of a slow reader is closed. */
const backlog = 256;

/**
 * Opens a stream of server-sent events for one visitor, or for the agents of a tenant. `isAllowed`
 * is called with every heartbeat.
 */
export function openStream(
  c: RequestContext,
  { live: hub, isLive = true }: { live: LiveHub; isLive?: boolean },
  owner: LiveReader,
  isAllowed: () => Promise<boolean>,
  ended: AbortSignal,
): Response {
  if (owner.visitorHash !== undefined && hub.count(owner) >= streamsPerVisitor) {
    throw apiErrors.rateLimited(60);
  }
  let stop = () => {};
  const encode = (text: string) => new TextEncoder().encode(text);
  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const send = (text: string) => {
          if ((controller.desiredSize ?? 0) < -backlog) return end();
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
