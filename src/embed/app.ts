import { startApp as start } from '../app/app.ts';
import { warn } from '../core/debug.ts';
import { isKnownName } from '../core/explain.ts';
import type { Support, SupportConfig } from '../index.ts';
import type { Launcher } from '../shell/launcher.ts';

export { runAll } from '../app/app.ts';

/**
 * The app of the script tag. It also defines the custom elements, reports unknown methods, and
 * includes posthog-js.
 */
export function startApp(options: SupportConfig, launcher: Launcher): Support {
  const support = start(withPostHog(options), launcher);
  const ended = new AbortController();
  let undefineElements = () => {};
  async function renderElements(): Promise<void> {
    const { defineElements } = await import('../elements/index.ts');
    if (!ended.signal.aborted) undefineElements = defineElements(support);
  }
  renderElements()
    .catch(renderElements)
    // A page that has replaced `customElements.define` may throw here too.
    .catch((cause) => {
      warn('The placed elements did not load.', cause);
      const retry = () => void renderElements().catch(() => {});
      addEventListener('online', retry, { once: true, signal: ended.signal });
    });
  const destroy = () => {
    ended.abort();
    undefineElements();
    support.destroy();
  };
  return new Proxy(support, {
    get(_support, name) {
      if (name === 'destroy') return destroy;
      return isKnownName('method', Object.keys(support), name)
        ? Reflect.get(support, name)
        : undefined;
    },
  });
}

/** A page without a bundler cannot provide posthog-js, so a chunk of ours includes it. */
function withPostHog(options: SupportConfig): SupportConfig {
  const { posthog } = Object(options);
  if (!Object(posthog).apiKey) return options;
  return { ...options, posthog: { load: () => import('../analytics/posthog.ts'), ...posthog } };
}
