import { whenIdle } from '../core/whenIdle.ts';
import type { Delivery } from './delivery.ts';
import type { Sink, SupportEvent } from './track.ts';

export interface BufferedEvent {
  event: SupportEvent;
  /** Number of the visitor of the event. */
  epoch: number;
}

/** The sink for all events that leave the page. */
export interface Exporter {
  sink: Sink;
  /** Drops the events of the visitor. Called when they sign out. */
  forget(): Promise<void>;
  destroy(): void;
}

/** Maximum number of events that are held until the code that sends them has loaded. */
const maxBufferedEvents = 100;

interface ExporterOptions {
  /** Whether there is a destination for events. */
  isWanted(): boolean;
  /** Returns the number of the current visitor. */
  epoch(): number;
  load(): Promise<Delivery>;
}

/**
 * Holds events until the code that sends them has loaded. It loads when the page is idle after the first
 * event. If that fails, a later event retries it.
 */
export function createExporter({ isWanted, epoch, load }: ExporterOptions): Exporter {
  const buffered: BufferedEvent[] = [];
  let delivery: Delivery | undefined;
  let stop: (() => void) | undefined;
  let destroyed = false;

  async function open(): Promise<void> {
    try {
      delivery = await load();
      for (const one of buffered.splice(0)) delivery.take(one);
      if (destroyed) delivery.destroy();
    } catch {
      stop = undefined; // an error here does not concern visitors
    }
  }

  return {
    sink(event) {
      const one = { event, epoch: epoch() };
      if (delivery) return delivery.take(one);
      if (!isWanted()) return;
      if (buffered.length < maxBufferedEvents) buffered.push(one);
      stop ??= whenIdle(() => void open());
    },
    async forget() {
      if (!delivery && isWanted()) await open(); // an earlier visit may have left data
      delivery?.forget();
    },
    destroy() {
      destroyed = true;
      stop?.();
      delivery?.destroy();
    },
  };
}
