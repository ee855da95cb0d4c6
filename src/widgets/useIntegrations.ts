import { useEffect } from 'preact/hooks';
import type { SupportContext } from '../core/context.ts';
import { warn } from '../core/debug.ts';
import type { IntegrationsModel } from '../core/integrations.model.ts';

/** The integrations, watched as long as this is drawn; null until their code has come. */
export function useIntegrations({ integrations }: SupportContext): IntegrationsModel | null {
  const model = integrations.model.value;
  useEffect(() => {
    if (model) return model.watch();
    integrations.load().catch((cause) => warn('The integrations did not load.', cause));
  }, [model]);
  return model;
}
