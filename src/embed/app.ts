import { assembleSupport } from '../app/assembleSupport.ts';
import { parseConfig } from '../config.ts';
import { defineElements } from '../elements/index.ts';
import type { SupportConfig } from '../index.ts';
import type { Launcher } from '../shell/launcher.ts';

/**
 * Takes over from the loader: the rest of the widget behind the launcher that already shows.
 * Gives how to run a command of the page.
 * @throws ConfigurationError for a wrong option; the launcher is gone then
 */
export function start(options: SupportConfig, launcher: Launcher, onDestroyed: () => void) {
  let settings: Readonly<SupportConfig>;
  try {
    settings = parseConfig(withPostHog(options));
  } catch (cause) {
    launcher.destroy();
    onDestroyed();
    throw cause;
  }
  const support = assembleSupport(settings, launcher);
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
  const { posthog } = options;
  if (!posthog || !('apiKey' in posthog)) return options;
  return { ...options, posthog: { load: () => import('../analytics/posthog.ts'), ...posthog } };
}
