import type { Stack } from './code.ts';
import type { Setup } from './setup.ts';

/** The backend of a widget that has a key and no `baseUrl`. */
const defaultApi = 'https://api.penguinmails.com';

/** Returns the directives that a strict Content Security Policy needs for a setup. */
export function policyFor(
  stack: Stack,
  { config: { apiKey, baseUrl = defaultApi } }: Setup,
): string[] {
  const scripts = `script-src ${stack === 'Script tag' ? 'https://your.site' : "'self'"}`;
  if (apiKey === undefined) return [scripts];
  // A path is an address on the page's own site.
  const api = URL.canParse(baseUrl) ? new URL(baseUrl).origin : "'self'";
  return [scripts, `connect-src ${api}`, `img-src ${api} data:`];
}
