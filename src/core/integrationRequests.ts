import { toSupportError } from '../baseError.ts';
import type { IntegrationStatus } from '../contract/integration.ts';
import type { Api, LoadApi } from './ports.ts';

/** Requests about one integration. Without a backend they do nothing. */
export interface IntegrationRequests {
  /** Checks an integration now. Rejects with a `PenguinMailsError`. */
  check(id: string): Promise<void>;
  /**
   * Requests a sync, or a check if no one syncs the integration. Rejects with a
   * `PenguinMailsError`.
   */
  sync(id: string): Promise<void>;
}

/** `take` receives the new state from the backend. */
export function createIntegrationRequests(
  backend: () => LoadApi | null,
  ended: AbortSignal,
  take: (status: IntegrationStatus) => void,
): IntegrationRequests {
  async function update(request: (api: Api) => Promise<IntegrationStatus>): Promise<void> {
    const load = backend();
    if (!load) return;
    try {
      take(await request(await load()));
    } catch (cause) {
      throw toSupportError(cause);
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
