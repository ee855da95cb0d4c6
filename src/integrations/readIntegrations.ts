import { textIn } from '../core/textIn.ts';
import { ConfigurationError } from '../ownErrors.ts';
import type { IntegrationInput } from './integrationInput.ts';

export interface ReadIntegrations {
  inputs: readonly IntegrationInput[];
  errors: readonly ConfigurationError[];
}

/**
 * Returns the integrations that a page gave, with ids and names as text. Omits those without an id.
 */
export function readIntegrations(list: unknown): ReadIntegrations {
  const inputs: IntegrationInput[] = [];
  if (!Array.isArray(list)) return { inputs, errors: [wrong('a list of { id, name, … }')] };
  for (const row of list) {
    const id = textIn('The id of an integration', Object(row).id);
    if (id === undefined) continue;
    inputs.push({ ...row, id, name: textIn('The name of an integration', row.name) ?? id });
  }
  const missing = list.length - inputs.length;
  return {
    inputs,
    errors:
      missing > 0 ? [wrong(`integrations with an id; ${missing} without one are left out`)] : [],
  };
}

function wrong(allowed: string): ConfigurationError {
  return new ConfigurationError(`setIntegrations takes ${allowed}.`, 'integrations');
}
