import type { LiveEvent } from '../../src/contract/live.ts';
import type { LiveNotice } from '../queries/live.ts';

type Listener = (event: LiveEvent) => void;

/** The streams of this process, by whose changes they hear. */
export interface LiveHub {
  /** Hears the changes of one visitor, or of the whole tenant. Returns how to stop. */
  listen(
    of: { tenantId: string; visitorHash?: string | undefined },
    listener: Listener,
  ): () => void;
  publish(notice: LiveNotice): void;
  /** Something may have been missed. */
  resync(): void;
  /** How many streams hear the same changes. */
  count(of: { tenantId: string; visitorHash?: string | undefined }): number;
}

export function createLiveHub(): LiveHub {
  const rooms = new Map<string, Set<Listener>>();
  const roomOf = (tenantId: string, visitorHash = 'agents') => `${tenantId} ${visitorHash}`;
  const tell = (room: string, event: LiveEvent) => {
    for (const listener of rooms.get(room) ?? []) listener(event);
  };
  return {
    listen({ tenantId, visitorHash }, listener) {
      const room = roomOf(tenantId, visitorHash);
      const listeners = rooms.get(room) ?? new Set();
      rooms.set(room, listeners.add(listener));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && rooms.get(room) === listeners) rooms.delete(room);
      };
    },
    publish({ tenantId, visitorHash, agentsOnly, event }) {
      if (visitorHash === undefined) {
        for (const room of rooms.keys()) if (room.startsWith(`${tenantId} `)) tell(room, event);
        return;
      }
      tell(roomOf(tenantId), event);
      if (!agentsOnly) tell(roomOf(tenantId, visitorHash), event);
    },
    resync() {
      for (const room of rooms.keys()) tell(room, { type: 'resync' });
    },
    count: ({ tenantId, visitorHash }) => rooms.get(roomOf(tenantId, visitorHash))?.size ?? 0,
  };
}
