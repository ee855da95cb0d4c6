import type { SupportConfig } from '../config.ts';
import { checkConfig } from '../configErrors.ts';
import { findEmptyElements, findHiddenParts } from './diagnosePage.ts';
import { type Finding, sentences } from './findings.ts';
import { probeBackend } from './probeBackend.ts';

export type { Finding, ReasonCode } from './findings.ts';

/**
 * Finds out why the widget does not show or does not reach its backend, with the options that were given
 * to `createSupport`. Works without an instance, also where the widget could not start. Sends two requests
 * that change nothing. Resolves with what is wrong and how to fix it; with nothing where all is well.
 */
export async function diagnose(config: SupportConfig = {}): Promise<readonly Finding[]> {
  const found: Finding[] = checkConfig(config).map(({ message }) => ({
    code: 'config_invalid',
    message,
  }));
  const { apiKey, consent = 'granted' } = config;
  if (apiKey === undefined) found.push({ code: 'no_backend', message: sentences.no_backend() });
  else if (!navigator.onLine) found.push({ code: 'offline', message: sentences.offline() });
  else if (!found.length) {
    const finding = await probeBackend({ ...config, apiKey });
    if (finding) found.push(finding);
  }
  if (consent !== 'granted') {
    found.push({ code: 'consent_missing', message: sentences.consent_missing(consent) });
  }
  return [...found, ...findHiddenParts(config), ...findEmptyElements()];
}
