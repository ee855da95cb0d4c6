import type { FoundKey } from '../queries/keys.ts';

export type FindKey = (key: string) => Promise<FoundKey | undefined>;

/** Keys that are looked up at once; beyond, the oldest is forgotten. */
const size = 1_000;

/**
 * Remembers found keys for `forMs`, so that a busy key costs no transaction a request. For as long
 * may a revoked key still be accepted. Keys that were not found are asked for each time.
 */
export function cacheKeys<Found>(
  find: (key: string) => Promise<Found | undefined>,
  forMs: number,
): (key: string) => Promise<Found | undefined> {
  if (forMs === 0) return find;
  const known = new Map<string, { key: Found; until: number }>();
  return async (keyHash) => {
    const cached = known.get(keyHash);
    if (cached !== undefined && cached.until > performance.now()) return cached.key;
    known.delete(keyHash);
    const key = await find(keyHash);
    if (key === undefined) return undefined;
    known.set(keyHash, { key, until: performance.now() + forMs });
    const [oldest] = known.keys();
    if (known.size > size && oldest !== undefined) known.delete(oldest);
    return key;
  };
}
