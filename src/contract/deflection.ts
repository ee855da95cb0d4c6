import type { TrackedName } from './event.ts';

/** How long after the last article a request still counts, in milliseconds. */
export const deflectionWindow = 24 * 3_600_000;

/** The role of each event in the formula below. */
export const deflectionEvents = {
  shown: ['support_suggestion_shown'],
  opened: ['support_suggestion_click', 'support_article_view'],
  solved: ['support_deflected_to_kb'],
  requested: ['support_ticket_created', 'support_mailto_fallback'],
} as const satisfies Record<string, readonly TrackedName[]>;

/** A stretch of time in which one visitor was offered articles. Times in milliseconds. */
export interface Episode {
  startedAt: number;
  /** Suggestions were shown last. */
  shownAt: number;
  /** An article was opened last. */
  openedAt: number | null;
  /** The visitor said that it helped. */
  solvedAt: number | null;
  /** A request was made all the same, as a ticket or by mail. */
  requestedAt: number | null;
}

/**
 * The formula of deflection, over the events of ONE visitor in any order. It is the same in the backend
 * (SQL) and over PostHog events (docs/metrics.md); a test holds them together.
 *
 * An episode begins when suggestions are shown for the first time in 24 hours. Articles count that are
 * opened from then until 24 hours after the last suggestions. "This solved it" counts after the first
 * article, until 24 hours after the last one. A request counts from the beginning until 24 hours after
 * the last article, or after the last suggestions where none was opened.
 */
export function deflectionEpisodes(
  events: readonly { name: TrackedName; at: number }[],
): Episode[] {
  const timesOf = (names: readonly TrackedName[]) =>
    events
      .filter(({ name }) => names.includes(name))
      .map(({ at }) => at)
      .sort((a, b) => a - b);
  const opened = timesOf(deflectionEvents.opened);
  const solved = timesOf(deflectionEvents.solved);
  const requested = timesOf(deflectionEvents.requested);
  return spansOf(timesOf(deflectionEvents.shown)).map(({ startedAt, shownAt }) => {
    const articles = opened.filter((at) => at >= startedAt && at <= shownAt + deflectionWindow);
    const [first = Number.POSITIVE_INFINITY] = articles;
    const openedAt = articles.at(-1) ?? null;
    const end = (openedAt ?? shownAt) + deflectionWindow;
    return {
      startedAt,
      shownAt,
      openedAt,
      solvedAt: solved.find((at) => at >= first && at <= end) ?? null,
      requestedAt: requested.find((at) => at >= startedAt && at <= end) ?? null,
    };
  });
}

function spansOf(shown: readonly number[]): { startedAt: number; shownAt: number }[] {
  const spans: { startedAt: number; shownAt: number }[] = [];
  for (const at of shown) {
    const last = spans.at(-1);
    if (last && at - last.shownAt <= deflectionWindow) last.shownAt = at;
    else spans.push({ startedAt: at, shownAt: at });
  }
  return spans;
}

/**
 * Returns the state of an episode at a moment: `deflected` if an article was opened and it helped,
 * or no request came within 24 hours. `pending` episodes count neither in the numerator nor in the
 * denominator of the rate.
 */
export function outcomeOf(
  episode: Episode,
  now: number,
): 'deflected' | 'not_deflected' | 'pending' {
  const { shownAt, openedAt, solvedAt, requestedAt } = episode;
  if (solvedAt !== null) return 'deflected';
  if (requestedAt !== null) return 'not_deflected';
  if (now < (openedAt ?? shownAt) + deflectionWindow) return 'pending';
  return openedAt === null ? 'not_deflected' : 'deflected';
}
