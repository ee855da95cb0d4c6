import { storagePrefix } from '../brand.ts';
import type { OwnPostHog, PostHogProject } from './posthogTarget.ts';
import { presentable } from './presentable.ts';

export type { OwnPostHog, PostHogProject } from './posthogTarget.ts';

/** Properties that PostHog can add to our events. All others about page and device are removed. */
const added = new Set([
  'token',
  'distinct_id',
  '$device_id',
  '$user_id',
  '$anon_distinct_id',
  '$is_identified',
  '$process_person_profile',
  '$session_id',
  '$window_id',
  '$groups',
  '$group_type',
  '$group_key',
  '$group_set',
  '$set',
  '$current_url',
  '$lib',
  '$lib_version',
  '$insert_id',
  '$time',
  '$browser',
  '$browser_version',
  '$browser_type',
  '$browser_language',
  '$os',
  '$os_version',
  '$device_type',
  '$timezone',
]);

let opened = 0;

/**
 * Opens a separate named instance of posthog-js for the widget. It only captures the events it is
 * given, requests no flags, loads no script, and shares nothing with a PostHog of the page.
 */
export async function openPostHog({
  apiKey,
  host,
  persistence = 'localStorage',
}: PostHogProject): Promise<OwnPostHog> {
  // Imported lazily, because importing it creates globals even without a window.
  const { posthog } = await import('posthog-js/dist/module.slim.no-external.js');
  const instance = posthog.init(
    apiKey,
    {
      api_host: host ?? 'https://us.i.posthog.com',
      persistence,
      persistence_name: `${storagePrefix}_${apiKey}`,
      // By default it is stored by token. Then our opt-out would also apply to the page's own
      // PostHog.
      consent_persistence_name: `ph_${storagePrefix}_${apiKey}_consent`,
      cross_subdomain_cookie: false,
      autocapture: false,
      rageclick: false,
      capture_pageview: false,
      capture_pageleave: false,
      capture_performance: false,
      capture_dead_clicks: false,
      capture_heatmaps: false,
      capture_exceptions: false,
      disable_session_recording: true,
      disable_surveys: true,
      disable_product_tours: true,
      disable_conversations: true,
      disable_external_dependency_loading: true,
      advanced_disable_flags: true,
      save_campaign_params: false,
      save_referrer: false,
      person_profiles: 'identified_only',
      // Every event is caused by a press. Presses by programs are marked with `$browser_type: bot`.
      opt_out_useragent_filter: true,
      before_send(event) {
        if (event) {
          event.properties = withoutExtras(event.properties);
          // Our events have the page's address without its query. PostHog's own properties would
          // contain the query.
          if (event.event.startsWith('$')) delete event.properties.$current_url;
          delete event.$set_once; // how the page was first reached
        }
        return event;
      },
    },
    `${storagePrefix}-${++opened}`,
  );
  let isForgotten = false;

  return {
    capture: (name, properties, options) => instance.capture(name, properties, options),
    get_distinct_id: () => instance.get_distinct_id(),
    identify(user, tenant) {
      if (isForgotten) instance.set_config({ disable_persistence: false });
      isForgotten = false;
      const before: unknown = instance.get_property('$user_id');
      // An e-mail address must not leave the page as an id, so such a visitor stays anonymous.
      const { id } = presentable({ id: user.id ?? null });
      if (before !== undefined && before !== id) instance.reset();
      if (typeof id === 'string' && before !== id) {
        instance.identify(
          id,
          presentable({ last_login: user.lastLogin ?? null, plan: tenant.plan ?? null }),
        );
      }
      const { id: group } = presentable({ id: tenant.id ?? null });
      if (typeof group === 'string' && instance.getGroups().organization !== group) {
        const { name = null, plan = null, created = null } = tenant;
        instance.group('organization', group, presentable({ name, plan, created }));
      }
    },
    forget() {
      isForgotten = true;
      instance.reset(true);
      instance.set_config({ disable_persistence: true });
    },
    destroy: () => void instance.shutdown(),
  };
}

function withoutExtras(properties: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).filter(([name]) => added.has(name) || /^[a-z]/.test(name)),
  );
}
