import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { EventName } from '../analytics/events.ts';
import type { Track } from '../analytics/track.ts';
import type { IntegrationStatus } from '../contract/integration.ts';
import type { ProactiveMessage } from '../contract/proactive.ts';
import { fitsPath } from './fitsPath.ts';
import type { Store } from './ports.ts';

/** A message that is visible, and the integration that it is about. */
export interface ShownMessage {
  message: ProactiveMessage;
  integration: IntegrationStatus | undefined;
  title: string;
  text: string | undefined;
}

/** Decides which proactive message is visible: at most one, and none that the visitor has seen. */
export interface ProactiveModel {
  shown: ReadonlySignal<ShownMessage | null>;
  /** Replaces the messages, in another language. */
  setMessages(messages: readonly ProactiveMessage[]): void;
  /** Notes that an event has happened. */
  note(event: EventName): void;
  /** Evaluates the rules. Called each second while the page is visible. */
  tick(): void;
  /** Hides the message while the visitor is busy. Called when something may have changed that. */
  check(): void;
  /** The visitor pressed the button. Returns the message. */
  open(): ShownMessage | null;
  /** The visitor closed it. Returns the message. */
  dismiss(): ShownMessage | null;
  /** Hides it without counting it as closed, because something else needs the place. */
  hide(): void;
  /** Starts again, for another visitor. */
  forget(): void;
}

interface Dependencies {
  perDay: number;
  /** Path of the page. */
  path(): string;
  /** True if nothing else needs the attention of the visitor. */
  isFree(): boolean;
  /** Returns an integration in this state. */
  find(condition: NonNullable<ProactiveMessage['integration']>): IntegrationStatus | undefined;
  store: Store;
  track: Track;
  now?: () => number;
}

/** Name of the stored times at which messages were shown, by rule. */
const name = 'proactive';
const dayMs = 24 * 3_600_000;

export function createProactiveModel(from: Dependencies): ProactiveModel {
  const { perDay, path, isFree, find, store, track, now = Date.now } = from;
  const current = signal<ShownMessage | null>(null);
  const isWaiting = signal(false);
  const happened = new Set<string>();
  /** Messages of this page, also if the browser stores nothing. */
  const seenHere = new Set<string>();
  let messages: readonly ProactiveMessage[] = [];
  let here = path();
  let secondsHere = 0;

  function isDue({ id, every_days }: ProactiveMessage, times: Times): boolean {
    if (seenHere.has(id)) return false;
    const last = times[id];
    if (last === undefined) return true;
    return every_days !== undefined && now() - last >= every_days * dayMs;
  }

  /** Returns the message with its words if all conditions are true. */
  function matched(message: ProactiveMessage): ShownMessage | undefined {
    const { page, seconds = 0, event, integration: condition } = message;
    if (page !== undefined && !fitsPath(here, page)) return undefined;
    if (secondsHere < seconds || (event !== undefined && !happened.has(event))) return undefined;
    const integration = condition && find(condition);
    if (condition && !integration) return undefined;
    const write = (words: string) => words.replaceAll('{integration}', integration?.name ?? '');
    const { title, text } = message;
    return { message, integration, title: write(title), text: text && write(text) };
  }

  function show(next: ShownMessage, times: Times): void {
    const { id } = next.message;
    seenHere.add(id);
    const known = new Set(messages.map((message) => message.id));
    const kept = Object.entries(times).filter(([key, at]) => known.has(key) || now() - at < dayMs);
    store.set(name, JSON.stringify({ ...Object.fromEntries(kept), [id]: now() }));
    current.value = next;
    track('support_message_shown', { rule: id });
  }

  function end(how: 'support_message_opened' | 'support_message_dismissed'): ShownMessage | null {
    const ended = current.peek();
    if (ended) track(how, { rule: ended.message.id });
    current.value = null;
    return ended;
  }

  function check(): void {
    isWaiting.value = !isFree();
  }

  return {
    shown: computed(() => (isWaiting.value ? null : current.value)),
    setMessages(next) {
      messages = next;
      const id = current.peek()?.message.id;
      const same = next.find((message) => message.id === id);
      if (same) current.value = matched(same) ?? null;
    },
    note: (event) => void happened.add(event),
    tick() {
      if (path() === here) secondsHere += 1;
      else {
        here = path();
        secondsHere = 0;
      }
      check();
      const before = current.peek();
      if (before && !matched(before.message)) current.value = null;
      if (before || isWaiting.peek()) return;
      const times = readTimes(store);
      const today = Object.values(times).filter((at) => now() - at < dayMs).length;
      if (today >= perDay) return;
      for (const message of messages) {
        const next = isDue(message, times) ? matched(message) : undefined;
        if (next) return show(next, times);
      }
    },
    check,
    open: () => end('support_message_opened'),
    dismiss: () => end('support_message_dismissed'),
    hide() {
      current.value = null;
    },
    forget() {
      current.value = null;
      seenHere.clear();
      happened.clear();
    },
  };
}

type Times = Readonly<Record<string, number>>;

function readTimes(store: Store): Times {
  try {
    const stored: unknown = JSON.parse(store.get(name) ?? '{}');
    const times = Object.entries(Object(stored)).map(([id, at]) => [id, Number(at)] as const);
    return Object.fromEntries(times.filter(([, at]) => Number.isFinite(at)));
  } catch {
    return {}; // stored by another version
  }
}
