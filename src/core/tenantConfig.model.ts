import { computed, type ReadonlySignal } from '@preact/signals-core';
import type { CustomField, HelpLink, TenantConfig, TicketCategory } from '../contract/config.ts';
import { limits } from '../contract/limits.ts';
import { explain } from './explain.ts';
import type { LoadApi } from './ports.ts';
import { createResource, type Resource } from './resource.ts';

/** The page's own settings, which override the backend's. */
export interface LocalTenantConfig {
  email?: string;
  links?: readonly HelpLink[];
  categories?: readonly TicketCategory[];
  fields?: readonly CustomField[];
}

export interface TenantConfigModel {
  email: ReadonlySignal<string>;
  /** Undefined if neither the page nor the backend sets links. `helpLinks` has the defaults. */
  links: ReadonlySignal<readonly HelpLink[] | undefined>;
  categories: ReadonlySignal<readonly TicketCategory[]>;
  fields: ReadonlySignal<readonly CustomField[]>;
  /** The request for the settings of the backend. */
  state: Resource<TenantConfig | undefined>['state'];
  /** The settings of the backend; undefined before it has sent them. */
  remote: ReadonlySignal<TenantConfig | undefined>;
  /**
   * Loads the settings from the backend once. Later calls have no effect while the response is
   * valid.
   */
  load(): void;
  dispose(): void;
}

interface Dependencies {
  local: () => LocalTenantConfig;
  defaults: { email: string; categories: readonly TicketCategory[] };
  api: LoadApi | null;
  locale: () => string;
}

/**
 * Omits entries with an id that is too long. The backend would reject the request, and the visitor
 * could not fix it.
 */
function sendableOf<T extends { id: string }>(list: readonly T[], maxLength: number): T[] {
  return list.filter(({ id }) => {
    if (id && id.length <= maxLength) return true;
    explain(({ unsendable }) => unsendable(id, maxLength));
    return false;
  });
}

/**
 * Returns links, categories and fields: the page's, or else the backend's, or else the defaults.
 */
export function createTenantConfigModel(from: Dependencies): TenantConfigModel {
  const resource = createResource(async (signal) => {
    const api = await from.api?.();
    return api?.getConfig({ query: { locale: from.locale() } }, signal);
  });
  const remote = resource.value;

  return {
    email: computed(() => from.local().email ?? remote.value?.email ?? from.defaults.email),
    links: computed(() => from.local().links ?? remote.value?.links),
    categories: computed(() => {
      const offered = from.local().categories ?? remote.value?.categories ?? [];
      const sendable = sendableOf(offered, limits.category);
      return sendable.length > 0 ? sendable : from.defaults.categories;
    }),
    fields: computed(() => {
      const fields = from.local().fields ?? remote.value?.fields ?? [];
      return sendableOf(fields, limits.id).slice(0, limits.customFields);
    }),
    state: resource.state,
    remote,
    load() {
      const { at } = resource.state.peek();
      if (from.api && (at === 'idle' || at === 'failed')) void resource.refresh();
    },
    dispose: resource.clear,
  };
}
