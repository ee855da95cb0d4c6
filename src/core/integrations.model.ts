import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals-core';
import type { Track } from '../analytics/track.ts';
import { type PenguinMailsError, toSupportError } from '../baseError.ts';
import type { Incident, IntegrationStatus, MaintenanceWindow } from '../contract/integration.ts';
import { type DisplayState, displayState, worstState } from '../integrations/displayState.ts';
import { completed, type IntegrationInput } from '../integrations/integrationInput.ts';
import type { Connector } from './connectPorts.ts';
import { createIntegrationRequests, type IntegrationRequests } from './integrationRequests.ts';
import { createIntegrationRows } from './integrationRows.ts';
import { createIntegrationStream } from './integrationStream.ts';
import type { Live } from './live.ts';
import type { MessengerModel } from './messenger.model.ts';
import { createPolling } from './polling.ts';
import type { LoadApi, Page } from './ports.ts';
import { createReconnect, type Reconnect } from './reconnect.ts';
import type { VisitorModel } from './visitor.model.ts';

export type IntegrationsState =
  | { at: 'idle' | 'loading' | 'ready' }
  | { at: 'failed'; error: PenguinMailsError };

/** Summary of all integrations in use. */
export interface StatusSummary {
  count: number;
  working: number;
  /** Undefined without integrations. */
  worst: DisplayState | undefined;
}

/** All integrations of a page, with one request and one timer for all badges. */
export interface IntegrationsModel extends Reconnect, IntegrationRequests {
  all: ReadonlySignal<readonly IntegrationStatus[]>;
  /** Finds an integration by id, or the first integration of a provider. */
  find(reference: string): ReadonlySignal<IntegrationStatus | undefined>;
  stateOf(status: IntegrationStatus): DisplayState;
  incidents: ReadonlySignal<readonly Incident[]>;
  maintenance: ReadonlySignal<readonly MaintenanceWindow[]>;
  summary: ReadonlySignal<StatusSummary>;
  /** State of the last response. It is kept if the next request fails. */
  state: ReadonlySignal<IntegrationsState>;
  /** When it was last read, in milliseconds; null before. */
  readAt: ReadonlySignal<number | null>;
  /** Null if the page reports the states itself. Then no request is sent. */
  backend(): LoadApi | null;
  watch(): () => void;
  refresh(): Promise<void>;
  set(inputs: readonly IntegrationInput[]): void;
  destroy(): void;
}

interface Dependencies {
  api: LoadApi | null;
  page: Page;
  live: Live;
  connector: Connector;
  messenger: MessengerModel;
  track: Track;
  visitor: Pick<VisitorModel, 'party'>;
}

/** Seconds until the next request, by the worst state; 300 for the others. */
const pollSeconds: Partial<Record<DisplayState, number>> = {
  action_needed: 30,
  down: 30,
  unknown: 30,
  degraded: 60,
};

/** A restarted stream does not repeat a read that is younger than this. Milliseconds. */
const freshForMs = 30_000;

const outOfUse: readonly DisplayState[] = ['off', 'retired'];
/** Slow and planned states count as working, because they need no action. */
const isWorking: readonly DisplayState[] = ['ok', 'syncing', 'degraded', 'maintenance'];

export function createIntegrationsModel(from: Dependencies): IntegrationsModel {
  const { api, page, live, connector, messenger, track, visitor } = from;
  const rows = createIntegrationRows();
  const incidents = signal<readonly Incident[]>([]);
  const maintenance = signal<readonly MaintenanceWindow[]>([]);
  const state = signal<IntegrationsState>({ at: 'idle' });
  const readAt = signal<number | null>(null);
  const ended = new AbortController();
  let isSetByPage = false;

  const backend = () => (isSetByPage ? null : api);
  // Uses the time of the last response, so that a state becomes stale with the next response and
  // not in between.
  const stateOf = (status: IntegrationStatus) => displayState(status, readAt.value ?? Date.now());

  async function read(): Promise<void> {
    const load = backend();
    if (!load) {
      readAt.value = Date.now();
      return;
    }
    if (state.peek().at !== 'ready') state.value = { at: 'loading' };
    try {
      const asker = party;
      const response = await (await load()).listIntegrations({}, ended.signal);
      if (isSetByPage || ended.signal.aborted || asker !== party) return;
      // In one step, so that no screen is shown with a part of it.
      batch(() => {
        readAt.value = Date.now();
        rows.put(response.integrations);
        keep(incidents, response.incidents);
        keep(maintenance, response.maintenance);
        state.value = { at: 'ready' };
      });
    } catch (cause) {
      if (isSetByPage || ended.signal.aborted) return;
      readAt.value = Date.now();
      state.value = { at: 'failed', error: toSupportError(cause) };
    }
  }

  const states = computed(() => rows.all.value.map(stateOf));
  const summary = computed((): StatusSummary => {
    const used = states.value.filter((one) => !outOfUse.includes(one));
    const working = used.filter((one) => isWorking.includes(one)).length;
    return { count: used.length, working, worst: worstState(used) };
  });
  const polling = createPolling(page, read, () => {
    if (state.peek().at === 'failed') return 30_000;
    return 1_000 * Math.min(300, ...states.peek().map((one) => pollSeconds[one] ?? 300));
  });
  let party = visitor.party.peek();
  const stopFollowing = effect(() => {
    if (visitor.party.value === party) return;
    party = visitor.party.value;
    if (isSetByPage) return;
    // The next organization must not see the connections of the previous one.
    rows.put([]);
    state.value = { at: 'idle' };
    polling.soon();
  });
  const stopListening = live.on(({ type }) => {
    // Before the first response, nothing can be stale.
    const isMissed = type === 'resync' && polling.age() > freshForMs && readAt.peek() !== null;
    if (type === 'integration' || isMissed) polling.soon();
  });

  const { check, sync } = createIntegrationRequests(backend, ended.signal, (status) => {
    readAt.value = Date.now();
    rows.putOne(status);
  });

  const stream = createIntegrationStream(
    live,
    polling,
    () => backend() !== null && !ended.signal.aborted,
  );
  const reconnect = createReconnect({ backend, connector, messenger, track, check, rows });
  return {
    ...reconnect,
    all: rows.all,
    find: rows.find,
    stateOf,
    incidents,
    maintenance,
    summary,
    state,
    readAt,
    backend,
    watch: stream.watch,
    refresh: polling.now,
    check,
    sync,
    set(inputs) {
      isSetByPage = true;
      stream.follow();
      incidents.value = [];
      maintenance.value = [];
      readAt.value = Date.now();
      rows.put(inputs.map(completed));
      state.value = { at: 'ready' };
    },
    destroy() {
      ended.abort();
      polling.destroy();
      stream.follow();
      stopListening();
      stopFollowing();
      reconnect.endAll();
    },
  };
}

/** Unchanged text causes no render. */
function keep<T>(shown: { value: readonly T[]; peek(): readonly T[] }, next: readonly T[]): void {
  if (JSON.stringify(shown.peek()) !== JSON.stringify(next)) shown.value = next;
}
