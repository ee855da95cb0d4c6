import { createHmac, timingSafeEqual } from 'node:crypto';

/** Clock tolerance and maximum age of a signed request. Seconds. */
export const clockToleranceSeconds = 300;

export function isFresh(seconds: number, now: number): boolean {
  return Math.abs(now / 1_000 - seconds) <= clockToleranceSeconds;
}

/** Returns the HMAC-SHA256 of the concatenated parts. */
export function hmac(key: string | Buffer, ...parts: (string | Buffer)[]): Buffer {
  const made = createHmac('sha256', key);
  for (const part of parts) made.update(part);
  return made.digest();
}

/**
 * Compares a signature as text instead of decoded bytes. Decoders skip unknown characters, so one
 * signature could be written in many ways. The comparison takes constant time.
 */
export function isSame(expected: Buffer, received: string, encoding: 'hex' | 'base64'): boolean {
  const [ours, theirs] = [Buffer.from(expected.toString(encoding)), Buffer.from(received)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

/** Returns whether a text is canonical base64, with padding and without other characters. */
export function isBase64(text: string): boolean {
  return Buffer.from(text, 'base64').toString('base64') === text;
}

/**
 * Parses a time that is written as a whole number. Returns NaN for any other text, which is never
 * fresh.
 */
export function numberOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
}

/** Returns undefined if the body is not JSON. */
export function asJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined; // no schema accepts it
  }
}
