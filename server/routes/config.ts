import { getConfig } from '../../src/contract/config.ts';
import { externalRoute } from '../http/externalRoute.ts';
import { noInput } from '../http/route.ts';

export const configRoute = externalRoute(
  { ...noInput, ...getConfig },
  async ({ caller, readAccount }) => {
    const { tenantId } = caller;
    const { name, email, links, categories, fields, attachments } = await readAccount(tenantId);
    return { name, email, links, categories: [...categories], fields, attachments };
  },
);
