import { startApp as start } from '../app/app.ts';
import { defineElements } from '../elements/index.ts';
import type { Support, SupportConfig } from '../index.ts';
import type { Launcher } from '../shell/launcher.ts';

/** The app of the script tag: also defines the custom elements, and brings posthog-js itself. */
export function startApp(options: SupportConfig, launcher: Launcher): Support {
  const support = start(withPostHog(options), launcher);
  const undefineElements = defineElements(support);
  return {
    ...support,
    get isOpen() {
      return support.isOpen;
    },
    get unreadCount() {
      return support.unreadCount;
    },
    destroy() {
      undefineElements();
      support.destroy();
    },
  };
}

/** A page without a bundler cannot bring posthog-js itself: a chunk of ours has it. */
function withPostHog(options: SupportConfig): SupportConfig {
  const { posthog } = options;
  if (!posthog || !('apiKey' in posthog)) return options;
  return { ...options, posthog: { load: () => import('../analytics/posthog.ts'), ...posthog } };
}
