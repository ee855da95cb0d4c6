import type { Database } from '../../../server/db/db.ts';
import { createKey } from '../../../src/contract/adminKey.ts';
import { openAdministration, operator } from './administration.ts';
import { call } from './agent.ts';
import { newId } from './tenant.ts';

/** Opens an account with keys of both modes. */
export async function openModes(
  database: Database,
  settings: Parameters<typeof openAdministration>[1] = {},
) {
  const { app, of, tenant, invite } = await openAdministration(database, {
    reply_mail_delay: 0,
    ...settings,
  });
  const make = async (kind: string) => {
    const body = { kind, mode: 'test', name: 'Test' };
    return (await call(app, operator, createKey, { ...of, body })).key;
  };
  const [publishableKey, secretKey] = [await make('publishable'), await make('secret')];
  const visitor = newId();
  return {
    app,
    of,
    invite,
    live: {
      page: { key: tenant.publishableKey, visitor },
      team: { key: tenant.secretKey },
      tenant,
    },
    test: {
      page: { key: publishableKey, visitor },
      team: { key: secretKey },
      tenant: { ...tenant, publishableKey, secretKey },
    },
  };
}
