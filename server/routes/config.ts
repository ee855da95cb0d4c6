import { getConfig } from '../../src/contract/config.ts';
import { externalRoute } from '../http/externalRoute.ts';
import { noInput } from '../http/route.ts';
import { newestDate } from '../kb/newestDate.ts';

export const configRoute = externalRoute(
  { ...noInput, ...getConfig },
  async ({ caller, query, readAccount }) => {
    const { tenantId } = caller;
    const account = await readAccount(tenantId);
    const { name, email, links, categories, fields, attachments, news } = account;
    const newest = newestDate(news, query.locale);
    return {
      ...{ name, email, links, categories: [...categories], fields, attachments },
      ...(newest && { news_at: newest.toISOString() }),
    };
  },
);
