import { whenIdle } from '../core/whenIdle.ts';
import type { Delivery } from './delivery.ts';
import type { Sink, SupportEvent } from './track.ts';

export interface HeldEvent {
  event: SupportEvent;
  /** Number of the visitor whose event it is. */
  epoch: number;
}

/** The sink of everything that leaves the page. */
export interface Exporter {
  sink: Sink;
  /** The visitor signs out: what was kept of them goes. */
  forget(): Promise<void>;
  destroy(): void;
}

/** Events held until the code that sends them is there, at most. */
const maxHeldEvents = 100;

interface ExporterOptions {
  /** Whether there is a destination for events. */
  isWanted(): boolean;
  /** The visitor of now. */
  epoch(): number;
  bring(): Promise<Delivery>;
}

/**
 * Holds events until the code that sends them has come, which it does when the page is idle after the
 * first one, and is loaded again with a later one if it failed.
 */
export function createExporter({ isWanted, epoch, bring }: ExporterOptions): Exporter {
  const held: HeldEvent[] = [];
  let delivery: Delivery | undefined;
  let stop: (() => void) | undefined;
  let destroyed = false;

  async function open(): Promise<void> {
    try {
      delivery = await bring();
      for (const one of held.splice(0)) delivery.take(one);
      if (destroyed) delivery.destroy();
    } catch {
      stop = undefined; // visitors are not troubled for it
    }
  }

  return {
    sink(event) {
      const one = { event, epoch: epoch() };
      if (delivery) return delivery.take(one);
      if (!isWanted()) return;
      if (held.length < maxHeldEvents) held.push(one);
      stop ??= whenIdle(() => void open());
    },
    async forget() {
      if (!delivery && isWanted()) await open(); // an earlier visit may have left something
      delivery?.forget();
    },
    destroy() {
      destroyed = true;
      stop?.();
      delivery?.destroy();
    },
  };
}
