import type { Track } from '../analytics/track.ts';
import { deflectionKey as name } from './deflectionKey.ts';
import type { VisitorModel } from './visitor.model.ts';

/** A form that was left for this time counts as abandoned. */
const abandonedAfterMs = 24 * 3_600_000;

/**
 * Counts a deflected request if a suggestion was shown and its article was opened. In addition,
 * the person must say that it solved the matter, or send nothing within 24 hours.
 */
export interface Deflection {
  shown(slugs: readonly string[]): void;
  opened(slug: string): void;
  /** Reports that an article solved the problem (“This solved it”). */
  solved(): void;
  /** Checks whether a form was left long ago. */
  check(): void;
}

export function createDeflection(
  visitor: VisitorModel,
  track: Track,
  now: () => number = Date.now,
): Deflection {
  const suggested = new Set<string>();

  function lastOpened(): { slug: string; at: number } | null {
    try {
      const { slug, at } = JSON.parse(visitor.store.get(name) ?? 'null') ?? {};
      return typeof slug === 'string' && typeof at === 'number' ? { slug, at } : null;
    } catch {
      return null; // stored by another version
    }
  }

  function count(how: 'solved' | 'left'): void {
    const opened = lastOpened();
    if (opened) track('support_deflected_to_kb', { slug: opened.slug, how });
    visitor.store.remove(name);
  }

  return {
    shown(slugs) {
      for (const slug of slugs) suggested.add(slug);
    },
    opened(slug) {
      if (suggested.has(slug)) visitor.store.set(name, JSON.stringify({ slug, at: now() }));
    },
    solved: () => count('solved'),
    check() {
      const opened = lastOpened();
      if (opened && now() - opened.at >= abandonedAfterMs) count('left');
    },
  };
}
