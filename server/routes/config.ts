import { getConfig } from '../../src/contract/config.ts';
import { asOneStatement, noInput, route } from '../http/route.ts';
import { readTenant } from '../queries/tenants.ts';

export const configRoute = asOneStatement(
  route({ ...noInput, ...getConfig }, async ({ trx }) => {
    const { name, email, links, categories, fields, attachments } = await readTenant(trx);
    return { name, email, links, categories: [...categories], fields, attachments };
  }),
);
