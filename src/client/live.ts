import { LiveEvent, streamPath } from '../contract/live.ts';
import { createEventPace } from './eventPace.ts';
import { createEventReader } from './eventReader.ts';
import { parseJson } from './reply.ts';
import { type ClientOptions, credentialsOf } from './request.ts';
import { delay } from './retry.ts';

/** Milliseconds. The server sends a heartbeat every 20 seconds. */
const idleTimeoutMs = 60_000;
const pollIntervalMs = 30_000;
const maxBackOffMs = 60_000;

/**
 * `ended`: the stream was interrupted; reconnect. `denied`: do not retry until something changes.
 * `unsupported`: poll instead.
 */
type Outcome = 'ended' | 'denied' | 'unsupported';

/**
 * Receives changes by server-sent events. If the backend has none, it sends a `resync` every 30
 * seconds, but not to guests, who poll on their own. Only active while the page is visible. Every
 * new connection starts with a `resync`. Many events in a short time are combined.
 */
export function openLive(
  options: ClientOptions,
  onEvent: (event: LiveEvent) => void,
  who: 'visitor' | 'guest',
): () => void {
  const ended = new AbortController();
  const pace = createEventPace(onEvent);
  let connection: AbortController | undefined;

  function follow(): void {
    connection?.abort();
    if (document.visibilityState !== 'visible' || ended.signal.aborted) return;
    connection = new AbortController();
    void keepListening({ options, who }, pace.take, connection.signal);
  }

  addEventListener('visibilitychange', follow, { signal: ended.signal });
  follow();
  return () => {
    ended.abort();
    connection?.abort();
    pace.stop();
  };
}

interface Listener {
  options: ClientOptions;
  who: 'visitor' | 'guest';
}

async function keepListening(
  listener: Listener,
  onEvent: (event: LiveEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  let failures = 0;
  while (!signal.aborted) {
    const outcome = await listen(listener, signal, (event) => {
      failures = 0;
      onEvent(event);
    });
    if (signal.aborted || outcome === 'denied') return;
    if (outcome === 'unsupported' && listener.who === 'guest') return;
    failures++;
    const backOff = Math.random() * Math.min(maxBackOffMs, 2_000 * 2 ** failures);
    await delay(outcome === 'unsupported' ? pollIntervalMs : 500 + backOff, [signal]);
    if (outcome === 'unsupported' && !signal.aborted) onEvent({ type: 'resync' });
  }
}

/** Reads one connection until it ends. */
async function listen(
  { options, who }: Listener,
  signal: AbortSignal,
  onEvent: (event: LiveEvent) => void,
): Promise<Outcome> {
  const limit = new AbortController();
  const stop = () => limit.abort();
  let timer = setTimeout(stop, idleTimeoutMs);
  signal.addEventListener('abort', stop);
  try {
    const credentials = await credentialsOf(options, who);
    const response = await fetch(new URL(streamPath, options.baseUrl), {
      headers: { ...credentials, Accept: 'text/event-stream' },
      signal: limit.signal,
      credentials: 'omit',
      referrerPolicy: 'origin',
      cache: 'no-store',
    });
    const kind = outcomeOf(response);
    if (kind !== 'ended' || !response.body) return kind;
    onEvent({ type: 'resync' });
    const read = createEventReader((data) => {
      const event = LiveEvent.safeParse(parseJson(data)).data;
      if (event) onEvent(event);
    });
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return 'ended';
      clearTimeout(timer);
      timer = setTimeout(stop, idleTimeoutMs);
      read(value);
    }
  } catch {
    return 'ended'; // no network, or interrupted: the next connection starts with a resync
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', stop);
  }
}

function outcomeOf(response: Response): Outcome {
  const { status, headers } = response;
  if (status === 401 || status === 403) return 'denied';
  if (status === 404 || status === 405 || status === 501) return 'unsupported';
  if (!response.ok) return 'ended';
  return headers.get('Content-Type')?.startsWith('text/event-stream') ? 'ended' : 'unsupported';
}
