import { typed } from '../baseError.ts';
import type { IntegrationStatus } from '../contract/integration.ts';
import type { Api, LoadApi } from './ports.ts';

/** Requests about one integration. They do nothing without a backend. */
export interface IntegrationRequests {
  /** Checks one at once. Rejects with a `PenguinMailsError`. */
  check(id: string): Promise<void>;
  /** Asks for a sync of one, or a check where nothing syncs it. Rejects with a `PenguinMailsError`. */
  sync(id: string): Promise<void>;
}

/** `take` gets the state that the backend answers with. */
export function createIntegrationRequests(
  backend: () => LoadApi | null,
  ended: AbortSignal,
  take: (status: IntegrationStatus) => void,
): IntegrationRequests {
  async function update(ask: (api: Api) => Promise<IntegrationStatus>): Promise<void> {
    const load = backend();
    if (!load) return;
    try {
      take(await ask(await load()));
    } catch (cause) {
      throw typed(cause);
    }
  }

  const check = (id: string) => update((api) => api.checkIntegration({ params: { id } }, ended));

  return {
    check,
    async sync(id) {
      let isTest = false;
      await update(async (api) => {
        const { requested, integration } = await api.syncIntegration({ params: { id } }, ended);
        isTest = requested === 'test';
        return integration;
      });
      if (isTest) await check(id);
    },
  };
}
