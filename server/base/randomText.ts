import { randomFillSync } from 'node:crypto';

/** Random bytes for many ids, because a call of the generator costs more than the id. */
const pool = Buffer.alloc(6_144);
let used = pool.length;

/** Returns random bytes in base64url, for ids that no one has to keep secret. */
export function randomText(bytes: number): string {
  if (used + bytes > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('base64url', used - bytes, used);
}
