import { assembleSupport } from '../app/assembleSupport.ts';
import { defineElements } from '../elements/index.ts';
import type { SupportConfig } from '../index.ts';
import { readConfig } from '../readConfig.ts';
import type { Launcher } from '../shell/launcher.ts';

/**
 * Takes over from the loader: the rest of the widget behind the launcher that already shows.
 * Returns how to run a command of the page.
 */
export function start(options: SupportConfig, launcher: Launcher, onDestroyed: () => void) {
  const support = assembleSupport(readConfig(withPostHog(options)), launcher);
  const undefineElements = defineElements(support);
  return ([name, ...values]: ArrayLike<unknown> & Iterable<unknown>): unknown => {
    const method: unknown = Reflect.get(support, String(name));
    if (typeof method !== 'function') return method;
    const result: unknown = Reflect.apply(method, support, values);
    if (name === 'destroy') {
      undefineElements();
      onDestroyed();
    }
    return result;
  };
}

/** A page without a bundler cannot bring posthog-js itself: a chunk of ours has it. */
function withPostHog(options: SupportConfig): SupportConfig {
  const { posthog } = Object(options);
  if (!Object(posthog).apiKey) return options;
  return { ...options, posthog: { load: () => import('../analytics/posthog.ts'), ...posthog } };
}
