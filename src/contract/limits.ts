import * as limits from './limitValues.ts';

/** Limits of what people write, in characters. Free of zod, so that forms can show them before sending. */
export { limits };

/**
 * A mail address: something, an at sign, a dotted domain, and no characters that could end a mail
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

/** The name of an article in addresses: small letters, numbers, single hyphens. */
export function isSlug(value: string): boolean {
  return value.length <= limits.id && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(value);
}

/** Link targets that may become an anchor; everything else stays text. */
export function isSafeUrl(value: string): boolean {
  return safeAddress(value) !== undefined;
}

/**
 * Returns the address that a link may lead to: http or https without a password, mailto or tel; with a
 * `base`, a path of its site too. Undefined for every other, such as `javascript:`, `//host` and `http:host`.
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

/** Whether an address is that of a picture that an import has stored; see `picturePath`. */
export const isPicture = (url: string) => /^support\/kb\/pictures\/[\da-f-]{36}$/.test(url);
