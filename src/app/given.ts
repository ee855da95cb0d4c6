import type { Integrations } from '../core/integrations.ts';
import { readGiven } from '../integrations/readGiven.ts';
import type { Settings } from './settings.ts';

export { readOwnContext } from '../core/readOwnContext.ts';

/** Applies the integrations that a page gave, and reports wrong values. */
export function takeIntegrations(
  list: unknown,
  settings: Settings,
  integrations: Integrations,
): void {
  const { given, errors } = readGiven(list);
  for (const error of errors) settings.report(error);
  if (Array.isArray(list)) integrations.set(given);
}
