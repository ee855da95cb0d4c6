import { createHmac, timingSafeEqual } from 'node:crypto';

/** Seconds that a signed request may be old, or ahead of our clock. */
export const tolerance = 300;

export function isFresh(seconds: number, now: number): boolean {
  return Math.abs(now / 1_000 - seconds) <= tolerance;
}

/** HMAC-SHA256 of all parts, one after the other. */
export function hmac(key: string | Buffer, ...parts: (string | Buffer)[]): Buffer {
  const made = createHmac('sha256', key);
  for (const part of parts) made.update(part);
  return made.digest();
}

/** Takes as long for a signature that is nearly right as for any other. */
export function isSame(expected: Buffer, given: string, encoding: 'hex' | 'base64'): boolean {
  const bytes = Buffer.from(given, encoding);
  return bytes.length === expected.length && timingSafeEqual(bytes, expected);
}

/** Undefined for what is not JSON. */
export function asJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined; // no schema takes it
  }
}
