import type { SupportConfig } from '../config.ts';
import { checkConfig } from '../configErrors.ts';
import { findEmptyElements, findHiddenFeatures } from './diagnosePage.ts';
import { type Finding, sentences } from './findings.ts';
import { probeBackend } from './probeBackend.ts';

export type { Finding, ReasonCode } from './findings.ts';

/**
 * Finds out why the widget is not visible or does not reach its backend, with the options of
 * `createSupport`. Works without an instance, also if the widget could not start. Sends two
 * requests that change nothing. Resolves to what is wrong and how to fix it; empty if there is no
 * problem.
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
  return [...found, ...findHiddenFeatures(config), ...findEmptyElements()];
}
