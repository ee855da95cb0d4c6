import { batch, computed, type ReadonlySignal, type Signal, signal } from '@preact/signals-core';
import type { IntegrationStatus } from '../contract/integration.ts';

type Row = Signal<IntegrationStatus | undefined>;

/** One signal per integration, so that a change only renders its own badges. */
export interface IntegrationRows {
  all: ReadonlySignal<readonly IntegrationStatus[]>;
  /** Finds an integration by id, or the first integration of a provider. */
  find(reference: string): ReadonlySignal<IntegrationStatus | undefined>;
  put(list: readonly IntegrationStatus[]): void;
  putOne(status: IntegrationStatus): void;
}

export function createIntegrationRows(): IntegrationRows {
  const rows = new Map<string, Row>();
  const found = new Map<string, ReadonlySignal<IntegrationStatus | undefined>>();
  const ids = signal<readonly string[]>([]);
  /** Ids by the references that a page can use. */
  const references = signal<ReadonlyMap<string, string>>(new Map());

  function rowOf(id: string): Row {
    const row = rows.get(id) ?? signal<IntegrationStatus | undefined>(undefined);
    rows.set(id, row);
    return row;
  }

  function putOne(status: IntegrationStatus): void {
    const row = rowOf(status.id);
    if (JSON.stringify(row.peek()) !== JSON.stringify(status)) row.value = status;
  }

  return {
    all: computed(() => ids.value.flatMap((id) => rowOf(id).value ?? [])),
    find(reference) {
      const known = found.get(reference);
      if (known) return known;
      const one = computed(() => {
        const id = references.value.get(reference);
        return id === undefined ? undefined : rowOf(id).value;
      });
      found.set(reference, one);
      return one;
    },
    put(list) {
      batch(() => {
        for (const status of list) putOne(status);
        const next = list.map(({ id }) => id);
        if (next.join('\n') === ids.peek().join('\n')) return;
        for (const id of ids.peek()) if (!next.includes(id)) rowOf(id).value = undefined;
        ids.value = next;
        // An id takes precedence over a provider, and the first integration of a provider over the next.
        references.value = new Map([
          ...list.map(({ provider, id }) => [provider, id] as const).reverse(),
          ...list.map(({ id }) => [id, id] as const),
        ]);
      });
    },
    putOne,
  };
}
