import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { GivenIntegration } from '../integrations/given.ts';
import type { IntegrationsModel } from './integrations.model.ts';
import { lazy } from './lazy.ts';

/** The integrations of a page. Their code comes with the first badge or screen that wants it. */
export interface Integrations {
  /** Null until the code has come. */
  model: ReadonlySignal<IntegrationsModel | null>;
  load(): Promise<IntegrationsModel>;
  /** There is a backend, or the page has reported some, and no flag hides them. */
  isFed: ReadonlySignal<boolean>;
  set(given: readonly GivenIntegration[]): void;
  destroy(): void;
}

export function createIntegrations(
  bring: () => Promise<IntegrationsModel>,
  hasBackend: boolean,
  isShown: () => boolean = () => true,
): Integrations {
  const model = signal<IntegrationsModel | null>(null);
  const given = signal<readonly GivenIntegration[] | null>(null);
  let destroyed = false;
  const loading = lazy(async () => {
    const come = await bring();
    if (given.peek()) come.set(given.peek() ?? []);
    if (destroyed) come.destroy();
    else model.value = come;
    return come;
  });
  return {
    model,
    load: loading.get,
    isFed: computed(() => isShown() && (hasBackend || given.value !== null)),
    set(list) {
      given.value = list;
      model.peek()?.set(list);
    },
    destroy() {
      destroyed = true;
      model.peek()?.destroy();
    },
  };
}
