import { type ReadonlySignal, signal } from '@preact/signals-core';
import type { IntegrationStatus } from '../contract/integration.ts';
import type { IntegrationsModel } from './integrations.model.ts';
import type { VisitorModel } from './visitor.model.ts';

/** An integration that a visitor waits for. */
interface Awaited {
  id: string;
  name: string;
  /** Time of the last check that found it broken, in milliseconds. */
  brokenAt: number;
}

/** The integrations that a visitor waits for, stored on their device. */
export interface AwaitedModel {
  all: ReadonlySignal<readonly Awaited[]>;
  wait(status: IntegrationStatus): void;
  forget(id: string): void;
  /** Notes which ones are still broken. Reads signals. */
  observe(integrations: IntegrationsModel): void;
  /** Returns whether it has worked for a while, so that a short recovery is not reported. */
  isBack(id: string, integrations: IntegrationsModel): boolean;
}

const name = 'awaited';
/** Shortest time that an integration has to work, in milliseconds. */
const minWorkingMs = 5 * 60_000;

export function createAwaitedModel({ store }: Pick<VisitorModel, 'store'>): AwaitedModel {
  const all = signal(read());

  function read(): Awaited[] {
    try {
      const stored: unknown = JSON.parse(store.get(name) ?? '[]');
      return Array.isArray(stored) ? stored.filter(isAwaited) : [];
    } catch {
      return []; // stored by another version
    }
  }

  function keep(next: readonly Awaited[]): void {
    all.value = [...next];
    if (next.length > 0) store.set(name, JSON.stringify(next));
    else store.remove(name);
  }

  const without = (id: string) => all.peek().filter((one) => one.id !== id);

  return {
    all,
    wait(status) {
      const { id } = status;
      keep([...without(id), { id, name: status.name, brokenAt: checkedAt(status) || Date.now() }]);
    },
    forget: (id) => keep(without(id)),
    observe(integrations) {
      const next = all.value.map((one) => {
        const status = integrations.find(one.id).value;
        if (!status || isWorking(status, integrations)) return one;
        return { ...one, brokenAt: Math.max(one.brokenAt, checkedAt(status)) };
      });
      if (next.some(({ brokenAt }, at) => brokenAt !== all.peek()[at]?.brokenAt)) keep(next);
    },
    isBack(id, integrations) {
      const brokenAt = all.value.find((one) => one.id === id)?.brokenAt;
      const status = integrations.find(id).value;
      if (brokenAt === undefined || !status || !isWorking(status, integrations)) return false;
      // At least two checks: a single check can be between two failures.
      const minMs = Math.max(minWorkingMs, 2_000 * status.health.interval);
      return checkedAt(status) - brokenAt >= minMs;
    },
  };
}

function isAwaited(stored: unknown): stored is Awaited {
  if (typeof stored !== 'object' || stored === null) return false;
  const one: Partial<Record<keyof Awaited, unknown>> = stored;
  return (
    typeof one.id === 'string' && typeof one.name === 'string' && typeof one.brokenAt === 'number'
  );
}

const checkedAt = ({ health }: IntegrationStatus) => Date.parse(health.lastCheck ?? '') || 0;

function isWorking(status: IntegrationStatus, { stateOf }: IntegrationsModel): boolean {
  const state = stateOf(status);
  return state === 'ok' || state === 'syncing';
}
