import { isUuid } from '../base/uuid.ts';
import type { DatabaseAccess } from '../db/db.ts';
import type { RequestContext } from '../http/envelope.ts';
import { networkOf } from '../http/network.ts';
import type { RateLimit } from '../http/rateLimit.ts';
import { isAccountClosed } from '../queries/closedAccounts.ts';
import { hasTenant, type Tenant } from '../queries/tenants.ts';

/** The services that public pages need. */
export interface PublicPages {
  database: DatabaseAccess;
  /**
   * Public address of the server, for links that search engines read. Default: the address of the
   * request.
   */
  publicUrl?: string | undefined;
  readAccount(tenantId: string): Promise<Tenant>;
  limit: RateLimit;
}

/** Returns the account of an address, if it has enabled these pages. */
export async function readPublicAccount(
  { readAccount, database }: PublicPages,
  id: string,
  setting: 'help_center' | 'mcp',
): Promise<Tenant | undefined> {
  if (!isUuid(id) || !(await hasTenant(database.kysely, id))) return undefined;
  const account = await readAccount(id);
  const isOpen = account[setting] && !(await isAccountClosed(database.kysely, id));
  return isOpen ? account : undefined;
}

/** Counts a request for a public page. @throws RateLimitError */
export function limitPage(c: RequestContext, { limit }: PublicPages, id: string): Promise<void> {
  return limit(c, {
    tenantId: id,
    plan: null,
    mode: 'live',
    visitorHash: undefined,
    network: networkOf(c),
    isPage: true,
  });
}
