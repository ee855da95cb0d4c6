import { LiveEvent, streamPath } from '../../src/contract/live.ts';
import { Mismatch, NotChecked } from './check.ts';
import type { Sender, TestedBackend } from './testedBackend.ts';

/** An open stream of server-sent events. */
export interface EventStream {
  /** Resolves to the first matching event. @throws Mismatch if none arrives in time */
  first(what: string, isWanted: (event: LiveEvent) => boolean): Promise<LiveEvent>;
  /** The events received so far. */
  seen: readonly LiveEvent[];
  close(): void;
}

/** @throws Mismatch if the response is not a stream, NotChecked if the backend has no streams */
export async function openStream(backend: TestedBackend, sender: Sender): Promise<EventStream> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), backend.timeoutMs);
  const response = await fetch(new URL(streamPath, backend.options.url), {
    headers: { ...backend.headersOf(sender), Accept: 'text/event-stream' },
    signal: abort.signal,
  });
  const { status } = response;
  const type = response.headers.get('Content-Type') ?? 'no type';
  const isStream = status === 200 && type.startsWith('text/event-stream');
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  const close = () => {
    clearTimeout(timer);
    abort.abort();
  };
  if (!isStream || reader === undefined) {
    close();
    if ([404, 405, 501].includes(status)) {
      throw new NotChecked(
        'The backend has no stream: the widget polls every half minute instead.',
      );
    }
    throw new Mismatch('status 200 with text/event-stream', `status ${status} with ${type}`);
  }
  const seen: LiveEvent[] = [];
  let rest = '';

  /** Reads the next chunk. Returns false if the stream has ended. */
  async function readOn(source: NonNullable<typeof reader>): Promise<boolean> {
    const { done, value = '' } = await source.read().catch(() => ({ done: true, value: '' }));
    const lines = (rest + value).split(/\r\n|\r|\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) if (line.startsWith('data:')) seen.push(parseEvent(line.slice(5)));
    return !done;
  }

  return {
    seen,
    close,
    async first(what, isWanted) {
      for (;;) {
        const found = seen.find(isWanted);
        if (found !== undefined) return found;
        if (await readOn(reader)) continue;
        throw new Mismatch(what, `${JSON.stringify(seen)} until the time was over`);
      }
    },
  };
}

/** @throws Mismatch if the data is not an event of the contract */
function parseEvent(data: string): LiveEvent {
  try {
    const event = LiveEvent.safeParse(JSON.parse(data)).data;
    if (event !== undefined) return event;
  } catch {
    // Invalid JSON is reported below, like every other line that is not an event.
  }
  throw new Mismatch('an event of the contract (LiveEvent)', data.trim());
}
