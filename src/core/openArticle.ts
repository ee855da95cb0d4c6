import type { ArticleSource } from '../analytics/events.ts';
import type { Track } from '../analytics/track.ts';
import type { MessengerModel } from './messenger.model.ts';

/** Opens the panel with an article, optionally at a heading. */
export function openArticle(
  slug: string,
  source: ArticleSource,
  { messenger, track }: { messenger: MessengerModel; track: Track },
  heading?: string,
): void {
  track('support_article_view', { slug, source });
  messenger.navigate({ id: 'article', slug, source, ...(heading && { heading }) });
  if (!messenger.isOpen.peek()) messenger.open();
}
