import type { AgentLiveEvent } from '../../src/contract/presence.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import type { LiveNotice } from '../queries/live.ts';

type Listener = (event: AgentLiveEvent) => void;

/** The receiver of a stream: a visitor, or, without a hash, the agents of the tenant. */
export interface LiveReader {
  tenantId: string;
  visitorHash?: string | undefined;
  /** Mode of the key or session. Default `live`. */
  mode?: KeyMode | undefined;
  /** Organization of a visitor, if their token names one. */
  organizationId?: string | undefined;
}

/** The streams of this process, grouped by receiver. */
export interface LiveHub {
  /** Subscribes to the changes of one visitor, or of the whole tenant. Returns a function that unsubscribes. */
  listen(reader: LiveReader, listener: Listener): () => void;
  publish(notice: LiveNotice): void;
  /** Some changes may have been missed. */
  resync(): void;
  /** Returns the number of streams that receive the same changes. */
  count(reader: LiveReader): number;
}

export function createLiveHub(): LiveHub {
  /** Each listener with the events that it can receive, by room. */
  const rooms = new Map<string, Map<Listener, Pick<LiveReader, 'mode' | 'organizationId'>>>();
  const agents = 'agents';
  const roomOf = (tenantId: string, visitorHash = agents) => `${tenantId} ${visitorHash}`;
  const isOfMode = (reader: Pick<LiveReader, 'mode'>, mode: LiveNotice['mode']) =>
    mode == null || mode === (reader.mode ?? 'live');
  const send = (room: string, event: AgentLiveEvent, mode?: LiveNotice['mode']) => {
    for (const [listener, reader] of rooms.get(room) ?? []) {
      if (isOfMode(reader, mode)) listener(event);
    }
  };
  /**
   * Sends an event to the visitors of an organization, or of the whole tenant, except those of one
   * room.
   */
  function sendToVisitors(
    { tenantId, event, mode }: LiveNotice,
    organizationId: string | null | undefined,
    except?: string,
  ): void {
    for (const [room, listeners] of rooms) {
      const isAgents = room === roomOf(tenantId);
      if (!room.startsWith(`${tenantId} `) || isAgents || room === except) continue;
      for (const [listener, reader] of listeners) {
        const isTheirs = organizationId == null || organizationId === reader.organizationId;
        if (isTheirs && isOfMode(reader, mode)) listener(event);
      }
    }
  }
  /**
   * Publishes a change of an integration or incident. Visitors receive it if it belongs to their
   * organization or to everyone.
   */
  function publishToTenant(notice: LiveNotice): void {
    const { tenantId, organizationId, agentsOnly, event, mode } = notice;
    send(roomOf(tenantId), event, mode);
    if (!agentsOnly) sendToVisitors(notice, organizationId);
  }
  return {
    listen({ tenantId, visitorHash, organizationId, mode }, listener) {
      const room = roomOf(tenantId, visitorHash);
      const listeners = rooms.get(room) ?? new Map();
      rooms.set(room, listeners.set(listener, { organizationId, mode }));
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0 && rooms.get(room) === listeners) rooms.delete(room);
      };
    },
    publish(notice) {
      const { tenantId, visitorHash, sharedWith, agentsOnly, event, mode } = notice;
      if (visitorHash === undefined) return publishToTenant(notice);
      send(roomOf(tenantId), event, mode);
      if (agentsOnly) return;
      const own = roomOf(tenantId, visitorHash);
      send(own, event, mode);
      if (sharedWith != null) sendToVisitors(notice, sharedWith, own);
    },
    resync() {
      for (const room of rooms.keys()) send(room, { type: 'resync' });
    },
    count: ({ tenantId, visitorHash }) => rooms.get(roomOf(tenantId, visitorHash))?.size ?? 0,
  };
}
