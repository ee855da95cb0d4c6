import type { AgentLiveEvent } from '../../src/contract/presence.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { RequestContext } from '../http/answer.ts';
import type { LiveHub, LiveReader } from '../live/hub.ts';

/** Signs of life, so that a dead connection is noticed on both sides. */
const heartbeatMs = 20_000;
/** Tabs and devices of one visitor. */
const streamsPerVisitor = 20;
/** Chunks that a slow reader may leave unread. */
const backlog = 256;

/** Server-sent events of one visitor, or of a tenant's agents. `isAllowed` is asked again now and then. */
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
