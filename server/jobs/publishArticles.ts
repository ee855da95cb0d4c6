import type { Kysely } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { changeState } from '../kb/articleStates.ts';
import { insertAuditEntry } from '../queries/audit.ts';
import { findStoredArticle } from '../queries/storedArticles.ts';
import type { JobHandler } from '../queue/worker.ts';

/** Publishes scheduled articles. A job whose schedule has changed is skipped. */
export function publishArticles(db: Kysely<Schema>): Record<'publish_article', JobHandler> {
  return {
    async publish_article({ tenantId, payload: { slug = '', locale = '', at = '' } }) {
      await inScope(db, { actor: 'operator', tenantId }, async (trx) => {
        const article = await findStoredArticle(trx, { slug, locale });
        if (article?.publish_at?.toISOString() !== at) return;
        await changeState(trx, { slug, locale }, { published: true, publish_at: null });
        await insertAuditEntry(trx, {
          actor: 'operator',
          actor_id: null,
          actor_name: 'Schedule',
          action: 'job publish_article',
          target: slug,
          before: { locale, publish_at: at },
          after: { locale, published: true },
          requestId: null,
        });
      });
    },
  };
}
