import { type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { Track } from '../analytics/track.ts';
import { type PenguinMailsError, toSupportError } from '../baseError.ts';
import type { IntegrationStatus } from '../contract/integration.ts';
import type { ConnectAttempt, Connector, ConnectResult, ConnectWindow } from './connectPorts.ts';
import type { IntegrationRows } from './integrationRows.ts';
import type { MessengerModel } from './messenger.model.ts';
import type { LoadApi } from './ports.ts';
import { randomId } from './randomId.ts';

/** `stray`: a result of an attempt that this page did not start. */
export type ConnectFailure = 'denied' | 'cancelled' | 'timeout' | 'failed' | 'stray';

/** The state of an attempt to connect an account. */
export type Attempt =
  | { at: 'idle' | 'opening' | 'waiting' | 'checking' | 'connected' }
  | { at: 'notConnected'; why: ConnectFailure }
  | { at: 'failed'; error: PenguinMailsError };

export interface Reconnect {
  attemptOf(id: string): ReadonlySignal<Attempt>;
  /** Call it in a click handler: otherwise browsers block the window. */
  reconnect(status: IntegrationStatus): Promise<void>;
  /** Handles the return from a provider to this page. */
  takeReturn(): Promise<void>;
  /** A callback arrived for a connection that did not start here. */
  stray: ReadonlySignal<boolean>;
}

interface Dependencies {
  backend: () => LoadApi | null;
  connector: Connector;
  messenger: MessengerModel;
  track: Track;
  check: (id: string) => Promise<void>;
  rows: IntegrationRows;
}

type Target = Pick<IntegrationStatus, 'id' | 'provider'>;

/** Polling interval in milliseconds. A closing window may have sent its result just before. */
const pollIntervalMs = 500;
const graceMs = 1_500;
const signInTimeoutMs = 15 * 60_000;

export function createReconnect(from: Dependencies): Reconnect & { endAll(): void } {
  const { backend, connector, messenger, track, check, rows } = from;
  const attempts = new Map<string, Signal<Attempt>>();
  const stray = signal(false);
  const ends = new Set<() => void>();
  let popup: ConnectWindow | null = null;

  function attemptOf(id: string): Signal<Attempt> {
    const attempt = attempts.get(id) ?? signal<Attempt>({ at: 'idle' });
    attempts.set(id, attempt);
    return attempt;
  }

  /** Sends the tab's own secret with the result, to prove that both are from one browser. */
  async function finish(
    { id, provider }: Target,
    { outcome, receipt }: ConnectResult,
    { proof, how }: { proof: string; how: 'popup' | 'tab' },
  ) {
    const attempt = attemptOf(id);
    const fail = (why: 'denied' | 'failed') => {
      track('support_integration_reconnect', { provider, outcome: why, how });
      attempt.value = { at: 'notConnected', why };
    };
    const load = backend();
    if (outcome !== 'granted' || !load) {
      fail(outcome === 'denied' ? 'denied' : 'failed');
      return;
    }
    attempt.value = { at: 'checking' };
    try {
      const client = await load();
      const done = await client.finishConnect({ params: { provider }, body: { proof, receipt } });
      if (done.outcome === 'failed') {
        fail('failed');
        return;
      }
      track('support_integration_reconnect', { provider, outcome: 'connected', how });
      await check(id);
      attempt.value = { at: 'connected' };
    } catch (cause) {
      attempt.value = { at: 'failed', error: toSupportError(cause) };
    }
  }

  /**
   * Waits for the result. A window that appears to be closed may have been isolated from this page
   * by the provider.
   */
  function follow(
    target: Target,
    { attempt: key, proof }: ConnectAttempt,
    popup: ConnectWindow,
    until: number,
  ): void {
    const attempt = attemptOf(target.id);
    let closedAt: number | undefined;
    const give = (why: 'cancelled' | 'timeout') => {
      if (attempt.peek().at !== 'waiting') return;
      attempt.value = { at: 'notConnected', why };
      const { provider } = target;
      track('support_integration_reconnect', { provider, outcome: why, how: 'popup' });
    };
    const timer = setInterval(() => {
      if (Date.now() > until) {
        give('timeout');
        popup.close();
        end();
      } else if (popup.isClosed()) {
        closedAt ??= Date.now();
        if (Date.now() - closedAt >= graceMs) give('cancelled');
      }
    }, pollIntervalMs);
    const stopListening = connector.listen((result) => {
      if (result.attempt !== key) return false;
      end();
      popup.close();
      void finish(target, result, { proof, how: 'popup' });
      return true;
    });
    const end = () => {
      clearInterval(timer);
      stopListening();
      ends.delete(end);
    };
    ends.add(end);
  }

  return {
    attemptOf,
    stray,
    async reconnect({ id, provider }) {
      const load = backend();
      const attempt = attemptOf(id);
      if (!load || attempt.peek().at === 'opening' || attempt.peek().at === 'checking') return;
      for (const end of [...ends]) end();
      // There is only one window, so other attempts no longer wait for it.
      for (const other of attempts.values()) {
        if (other.peek().at === 'waiting') other.value = { at: 'idle' };
      }
      const key = randomId();
      const opened = connector.open();
      popup = opened;
      const how = opened ? 'popup' : 'tab';
      attempt.value = { at: 'opening' };
      track('support_integration_reconnect', { provider, outcome: 'started', how });
      try {
        const query = { integration_id: id, return_to: connector.returnTo(key) };
        const client = await load();
        const begun = await client.startConnect({ params: { provider }, query });
        const left = Date.parse(begun.expires_at) - Date.now();
        attempt.value = { at: 'waiting' };
        const mine = { attempt: key, proof: begun.proof };
        if (!opened) return connector.leave(begun.authorization_url, mine);
        opened.go(begun.authorization_url);
        follow(
          { id, provider },
          mine,
          opened,
          Date.now() + Math.min(signInTimeoutMs, Math.max(60_000, left)),
        );
      } catch (cause) {
        opened?.close();
        attempt.value = { at: 'failed', error: toSupportError(cause) };
        track('support_integration_reconnect', { provider, outcome: 'failed', how });
      }
    },
    async takeReturn() {
      const back = connector.takeReturn();
      if (!back) return;
      const { result, proof } = back;
      if (proof === null && (await connector.deliver(result))) return;
      const { integration: id, provider } = result;
      if (proof !== null && id !== null) {
        messenger.navigate({ id: 'integration', integration: id });
        messenger.open();
        const target = { id: rows.find(id).peek()?.id ?? id, provider };
        await finish(target, result, { proof, how: 'tab' });
        return;
      }
      stray.value = true;
      messenger.navigate({ id: 'status' });
      messenger.open();
    },
    endAll() {
      for (const end of [...ends]) end();
      popup?.close();
    },
  };
}
