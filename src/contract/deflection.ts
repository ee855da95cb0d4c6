import type { TrackedName } from './event.ts';

/** Time after the last article in which a request still counts. Milliseconds. */
export const deflectionWindowMs = 24 * 3_600_000;

/** The role of each event in the formula below. */
export const deflectionEvents = {
  shown: ['support_suggestion_shown'],
  opened: ['support_suggestion_click', 'support_article_view'],
  solved: ['support_deflected_to_kb'],
  requested: ['support_ticket_created', 'support_mailto_fallback'],
} as const satisfies Record<string, readonly TrackedName[]>;

/** A period in which articles were suggested to one visitor. Times in milliseconds. */
export interface Episode {
  startedAt: number;
  /** Time at which suggestions were last shown. */
  shownAt: number;
  /** Time at which an article was last opened. */
  openedAt: number | null;
  /** Time at which the visitor said that an article helped. */
  solvedAt: number | null;
  /** When the visitor made a request anyway, as a ticket or by mail. */
  requestedAt: number | null;
}

/**
 * The formula of deflection, for the events of ONE visitor in any order. The backend (SQL) and
 * queries over PostHog events (docs/metrics.md) use the same formula; a test compares them.
 *
 * An episode starts when suggestions are shown for the first time in 24 hours. Articles count if
 * they are opened from then until 24 hours after the last suggestions. "This solved it" counts from
 * the first article until 24 hours after the last one. A request counts from the start until 24
 * hours after the last article, or after the last suggestions if no article was opened.
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
    const articles = opened.filter((at) => at >= startedAt && at <= shownAt + deflectionWindowMs);
    const [first = Number.POSITIVE_INFINITY] = articles;
    const openedAt = articles.at(-1) ?? null;
    const end = (openedAt ?? shownAt) + deflectionWindowMs;
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
    if (last && at - last.shownAt <= deflectionWindowMs) last.shownAt = at;
    else spans.push({ startedAt: at, shownAt: at });
  }
  return spans;
}

/**
 * Returns the state of an episode at a moment: `deflected` if an article was opened and either it
 * helped, or there was no request within 24 hours. `pending` episodes count neither in the
 * numerator nor in the denominator of the rate.
 */
export function outcomeOf(
  episode: Episode,
  now: number,
): 'deflected' | 'not_deflected' | 'pending' {
  const { shownAt, openedAt, solvedAt, requestedAt } = episode;
  if (solvedAt !== null) return 'deflected';
  if (requestedAt !== null) return 'not_deflected';
  if (now < (openedAt ?? shownAt) + deflectionWindowMs) return 'pending';
  return openedAt === null ? 'not_deflected' : 'deflected';
}
