import { absoluteUrl } from '../client/absoluteUrl.ts';
import { createIdentity } from '../client/identity.ts';
import { type ClientOptions, request } from '../client/request.ts';
import type { SupportConfig } from '../config.ts';
import { baseUrlOf } from '../config.ts';
import { getConfig } from '../contract/config.ts';
import { listTickets } from '../contract/ticket.ts';
import { explainRejection } from '../core/mistakes.ts';
import { randomId } from '../core/randomId.ts';
import { ContractError, PenguinMailsError } from '../errors.ts';
import { type Finding, type ReasonCode, sentences } from './findings.ts';

const codes: Readonly<Record<string, ReasonCode>> = {
  INVALID_KEY: 'invalid_key',
  ACCOUNT_CLOSED: 'account_closed',
  ORIGIN_NOT_ALLOWED: 'origin_not_allowed',
  IDENTITY_INVALID: 'identity_invalid',
  IDENTITY_EXPIRED: 'identity_invalid',
  IDENTITY_REQUIRED: 'identity_invalid',
  IDENTITY_UNAVAILABLE: 'identity_invalid',
};

/** The report of a blocked request can arrive after the error of the request. Milliseconds. */
const violationDelayMs = 100;

/** Sends a request like the widget would. Returns the problem, or undefined. */
export async function probeBackend(
  config: SupportConfig & { apiKey: string },
): Promise<Finding | undefined> {
  const { apiKey, identity } = config;
  const visitorId = randomId();
  const options: ClientOptions = {
    apiKey,
    baseUrl: absoluteUrl(baseUrlOf(config)),
    visitorId: () => visitorId,
    identity: identity ? createIdentity(identity.getToken) : null,
  };
  let isBlocked = false;
  const { origin } = new URL(options.baseUrl);
  const note = ({ blockedURI }: SecurityPolicyViolationEvent) => {
    isBlocked ||= blockedURI.startsWith(origin);
  };
  document.addEventListener('securitypolicyviolation', note);
  try {
    await request(getConfig, {}, options);
    await request(listTickets, { query: { limit: '1' } }, options);
    return undefined;
  } catch (error) {
    if (!(error instanceof PenguinMailsError)) throw error;
    const code = codes[error.code];
    if (code !== undefined) return { code, message: explainRejection(error, options) };
    if (error.code !== 'NETWORK') return answerFinding(error, options);
    await new Promise((resolve) => setTimeout(resolve, violationDelayMs));
    if (isBlocked) return { code: 'csp_blocked', message: sentences.csp_blocked(origin) };
    return networkFinding(error, options, origin);
  } finally {
    document.removeEventListener('securitypolicyviolation', note);
  }
}

/** Explains a response that does not conform to the contract. */
function answerFinding(error: PenguinMailsError, options: ClientOptions): Finding {
  return error instanceof ContractError
    ? { code: 'version_mismatch', message: explainRejection(error, options) }
    : { code: 'backend_failing', message: sentences.backend_failing(error.message) };
}

/**
 * Explains why no response could be read. An opaque request (`no-cors`) shows whether anything
 * responds.
 */
async function networkFinding(
  error: PenguinMailsError,
  options: ClientOptions,
  origin: string,
): Promise<Finding> {
  const { baseUrl } = options;
  if (await answers(new URL(getConfig.path, baseUrl).href)) {
    return { code: 'cors_blocked', message: sentences.cors_blocked(baseUrl) };
  }
  if (await answers(`${origin}/`)) {
    return { code: 'adblock_suspected', message: sentences.adblock_suspected(origin) };
  }
  return { code: 'unreachable', message: explainRejection(error, options) };
}

async function answers(url: string): Promise<boolean> {
  try {
    await fetch(url, { mode: 'no-cors', credentials: 'omit', cache: 'no-store' });
    return true;
  } catch {
    return false; // this is the expected result of the probe
  }
}
