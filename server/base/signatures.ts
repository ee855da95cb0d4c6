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

/**
 * Compares the text and not the decoded bytes: decoders skip unknown characters, so one signature could be
 * written in many ways. Takes as long for a signature that is nearly right as for any other.
 */
export function isSame(expected: Buffer, given: string, encoding: 'hex' | 'base64'): boolean {
  const [ours, theirs] = [Buffer.from(expected.toString(encoding)), Buffer.from(given)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

/** Whether a text is base64 as it is always written: with its padding, and nothing else in it. */
export function isBase64(text: string): boolean {
  return Buffer.from(text, 'base64').toString('base64') === text;
}

/** A time that is written as a whole number; NaN for any other text, which is never fresh. */
export function numberOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

/** Undefined for what is not JSON. */
export function asJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined; // no schema takes it
  }
}
