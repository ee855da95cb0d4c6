import { computed, type ReadonlySignal, signal } from '@preact/signals-core';
import type { IntegrationInput } from '../integrations/integrationInput.ts';
import type { IntegrationsModel } from './integrations.model.ts';
import { lazy } from './lazy.ts';

/** The integrations of a page. Their code loads with the first badge or screen that needs it. */
export interface Integrations {
  /** Null until the code has loaded. */
  model: ReadonlySignal<IntegrationsModel | null>;
  load(): Promise<IntegrationsModel>;
  /** True if there is a backend or the page has reported integrations, and no flag hides them. */
  isConnected: ReadonlySignal<boolean>;
  set(inputs: readonly IntegrationInput[]): void;
  destroy(): void;
}

export function createIntegrations(
  loadModel: () => Promise<IntegrationsModel>,
  hasBackend: boolean,
  isShown: () => boolean = () => true,
): Integrations {
  const model = signal<IntegrationsModel | null>(null);
  const inputs = signal<readonly IntegrationInput[] | null>(null);
  let destroyed = false;
  const loading = lazy(async () => {
    const loaded = await loadModel();
    if (inputs.peek()) loaded.set(inputs.peek() ?? []);
    if (destroyed) loaded.destroy();
    else model.value = loaded;
    return loaded;
  });
  return {
    model,
    load: loading.get,
    isConnected: computed(() => isShown() && (hasBackend || inputs.value !== null)),
    set(list) {
      inputs.value = list;
      model.peek()?.set(list);
    },
    destroy() {
      destroyed = true;
      model.peek()?.destroy();
    },
  };
}
