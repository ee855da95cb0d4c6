import * as limits from './limitValues.ts';

/**
 * Limits for texts of people, in characters. Does not import zod, so that forms can show them
 * before sending.
 */
export { limits };

/**
 * Mail addresses with an at sign and a dotted domain, and without characters that could end a mail
 * header or start another address.
 */
const emailPattern = /^[^\s@<>()[\],;:"\\]+@[^\s@<>()[\],;:"\\]+\.[^\s@<>()[\],;:"\\]+$/u;

export function isEmail(value: string): boolean {
  return value.length <= limits.email && emailPattern.test(value) && isStorable(value);
}

/** False for text that Postgres or UTF-8 cannot hold: null bytes and unpaired surrogates. */
export function isStorable(value: string): boolean {
  return !/[\0\p{Cs}]/u.test(value);
}

/** True for a slug: lowercase letters, numbers and single hyphens. */
export function isSlug(value: string): boolean {
  return value.length <= limits.id && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}

/** True for an address that can be rendered as a link. Other addresses are shown as text. */
export function isSafeUrl(value: string): boolean {
  return safeAddress(value) !== undefined;
}

/**
 * Returns the address if a link can lead to it: http or https without a password, mailto or tel,
 * and with a `base` also a path of its site. Returns undefined for every other address, such as
 * `javascript:`, `//host` and `http:host`.
 */
export function safeAddress(value: string, base?: string): string | undefined {
  try {
    const { href, origin, protocol, username, password } = new URL(value, base);
    if (/^(mailto|tel):/i.test(value)) return href;
    const isWhole = /^https?:\/\//i.test(value);
    const isOfSite =
      /^https?:/.test(protocol) && (isWhole || origin === new URL(base ?? '').origin);
    return isOfSite && !(isWhole && username + password) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** Returns whether an address is that of a stored picture of an import. See `picturePath`. */
export const isPicture = (url: string) => /^support\/kb\/pictures\/[\da-f-]{36}$/.test(url);
