/** Reasons why the widget or a part of it is not visible, or does not reach its backend. */
export type ReasonCode =
  | 'not_started'
  | 'config_invalid'
  | 'no_backend'
  | 'offline'
  | 'csp_blocked'
  | 'adblock_suspected'
  | 'cors_blocked'
  | 'unreachable'
  | 'invalid_key'
  | 'account_closed'
  | 'origin_not_allowed'
  | 'identity_invalid'
  | 'backend_failing'
  | 'version_mismatch'
  | 'consent_missing'
  | 'flag_off'
  | 'container_missing';

/** `message`: what is wrong and how to fix it, in English, for the developer of the page. */
export interface Finding {
  code: ReasonCode;
  message: string;
}

/** Messages that are only used here. */
export const sentences = {
  no_backend: () =>
    'There is no option "apiKey", so requests go by mail. Give the publishable key of the account.',
  offline: () => 'The browser is offline. Requests are stored on the device and sent later.',
  csp_blocked: (origin: string) =>
    `The Content-Security-Policy of the page blocks the backend. Add ${origin} to its connect-src.`,
  adblock_suspected: (origin: string) =>
    `${origin} answers, but its API is blocked in this browser, as content blockers do. Try without extensions; serving the API from a path of your own site avoids most of them.`,
  cors_blocked: (baseUrl: string) =>
    `${baseUrl} answers, but the page may not read the answer. Let the backend, or the proxy in front of it, send Access-Control-Allow-Origin.`,
  backend_failing: (reason: string) =>
    `The backend fails: ${reason} After five failures the widget pauses for 15 seconds. Check the log of the backend.`,
  consent_missing: (consent: string) =>
    `The option "consent" is "${consent}", so no events are sent. Call setConsent("granted") once the visitor has agreed.`,
  flag_off: (part: string, flag: string) =>
    `The feature flag "${flag}" hides ${part}. Release the flag for this visitor, or take it out of the option "flags".`,
  not_defined: (tag: string) =>
    `<${tag}> is on the page, but is not defined. Call defineElements(support) of @penguinmails/support-widget/elements.`,
} as const;
