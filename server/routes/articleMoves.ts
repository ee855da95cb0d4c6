import { moveArticle } from '../../src/contract/articleEditing.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { noInput, route } from '../http/route.ts';
import { planPublishing, refreshLocale } from '../kb/articleStates.ts';
import { listTranslations } from '../queries/articleList.ts';
import { lockSlugs } from '../queries/articlePostings.ts';
import { listRedirects, moveSlug } from '../queries/articleRedirects.ts';
import { findStoredArticle } from '../queries/storedArticles.ts';
import { asAccount } from './articleAdmin.ts';

export const moveArticleRoute = route({ ...noInput, ...moveArticle }, async (call) => {
  const [from, to] = [call.param('slug'), call.body.slug];
  const trx = await asAccount(call);
  await lockSlugs(trx);
  const own = await listTranslations(trx, from);
  if (own.length === 0)
    throw apiErrors.notFound('There is no such article. Check the slug and the language.');
  const isTaken = from !== to && (await listTranslations(trx, to)).length > 0;
  if (isTaken) throw apiErrors.slugTaken(to);
  call.note({ before: { slug: from }, after: { slug: to } });
  if (from !== to) {
    await moveSlug(trx, { from, to });
    for (const { locale } of own) {
      await refreshLocale(trx, locale);
      const moved = await findStoredArticle(trx, { slug: to, locale });
      await planPublishing(trx, { slug: to, locale }, moved?.publish_at ?? null);
    }
  }
  return { slug: to, redirects: await listRedirects(trx, to) };
});
