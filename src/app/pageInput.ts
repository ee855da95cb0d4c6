import type { Integrations } from '../core/integrations.ts';
import { readIntegrations } from '../integrations/readIntegrations.ts';
import type { Settings } from './settings.ts';

export { readOwnContext } from '../core/readOwnContext.ts';

/** Applies the integrations that a page gave, and reports wrong values. */
export function takeIntegrations(
  list: unknown,
  settings: Settings,
  integrations: Integrations,
): void {
  const { inputs, errors } = readIntegrations(list);
  for (const error of errors) settings.report(error);
  if (Array.isArray(list)) integrations.set(inputs);
}
