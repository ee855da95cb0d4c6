import { useEffect } from 'preact/hooks';
import type { SupportContext } from '../core/context.ts';
import { warn } from '../core/debug.ts';
import type { IntegrationsModel } from '../core/integrations.model.ts';

/**
 * Returns the model of the integrations and polls it while the component is rendered. Returns null
 * until its code has loaded.
 */
export function useIntegrations({ integrations }: SupportContext): IntegrationsModel | null {
  const model = integrations.model.value;
  useEffect(() => {
    if (model) return model.watch();
    integrations.load().catch((cause) => warn('The integrations did not load.', cause));
  }, [model]);
  return model;
}
