import { signal } from '@preact/signals';
import {
  type AgentLiveEvent,
  notePresence,
  type Presence,
  type PresenceEvent,
  presenceSeconds,
} from '../../src/contract/presence.ts';
import type { SignedIn } from './session.model.ts';

/** Another agent who has a request open. */
export interface Other {
  name: string;
  isWriting: boolean;
}

interface Seen {
  event: PresenceEvent;
  /** Milliseconds since the epoch. */
  at: number;
}

const repeatMs = 15_000;
/** A reply counts as being written for this long after the last key. */
const writingMs = 20_000;

export type PresenceModel = ReturnType<typeof createPresence>;

/** Tracks which other agents have the open request open, and notifies them of this agent. */
export function createPresence({ api, agent }: SignedIn) {
  const seen = signal<readonly Seen[]>([]);
  let open: string | undefined;
  let typedAt = Number.NEGATIVE_INFINITY;
  let last: Presence = 'gone';

  function send(id: string, presence: Presence): void {
    last = presence;
    // It is repeated anyway, and the agent cannot do anything about it.
    api.call(notePresence, { params: { id }, body: { presence } }).catch(() => {});
  }

  const now = (): Presence => (Date.now() - typedAt < writingMs ? 'writing' : 'open');

  function forgetOld(): void {
    const oldest = Date.now() - presenceSeconds * 1_000;
    const left = seen.value.filter(({ at }) => at > oldest);
    if (left.length < seen.value.length) seen.value = left;
  }

  return {
    /** Returns the other agents at a request. */
    othersAt: (id: string): Other[] =>
      seen.value
        .filter(({ event }) => event.ticket_id === id)
        .map(({ event }) => ({ name: event.agent.name, isWriting: event.presence === 'writing' })),
    /**
     * Sets the open request. Undefined without an open request, for example because the page is hidden.
     */
    enter(id: string | undefined): void {
      if (id === open) return;
      if (open !== undefined) send(open, 'gone');
      open = id;
      typedAt = Number.NEGATIVE_INFINITY;
      if (id !== undefined) send(id, 'open');
    },
    /** Called when the agent types a reply to the open request. */
    type(): void {
      typedAt = Date.now();
      if (open !== undefined && last !== 'writing') send(open, 'writing');
    },
    onEvent(event: AgentLiveEvent): void {
      if (event.type !== 'presence' || event.agent.id === agent.id) return;
      const others = seen.value.filter((one) => one.event.agent.id !== event.agent.id);
      const isNew = others.length === seen.value.length;
      seen.value = event.presence === 'gone' ? others : [...others, { event, at: Date.now() }];
      // An agent who has just arrived does not know of this one yet.
      if (isNew && open === event.ticket_id && event.presence !== 'gone') send(open, now());
    },
    /**
     * Repeats the presence of this agent, and removes others who stopped doing so. Returns a
     * function that ends it.
     */
    start(): () => void {
      const timer = setInterval(() => {
        forgetOld();
        if (open !== undefined) send(open, now());
      }, repeatMs);
      return () => clearInterval(timer);
    },
  };
}

/**
 * Returns a sentence such as `Ines Ruiz is writing a reply.`, or undefined without other agents.
 */
export function othersInWords(others: readonly Other[]): string | undefined {
  const named = (some: readonly Other[], one: string, many: string) => {
    const names = some.map(({ name }) => name);
    if (names.length === 0) return [];
    const list = new Intl.ListFormat('en').format(names);
    return [`${list} ${names.length === 1 ? one : many}`];
  };
  const writing = others.filter(({ isWriting }) => isWriting);
  const reading = others.filter(({ isWriting }) => !isWriting);
  const sentences = [
    ...named(writing, 'is writing a reply.', 'are writing a reply.'),
    ...named(reading, 'has this request open.', 'have this request open.'),
  ];
  return sentences.length === 0 ? undefined : sentences.join(' ');
}
