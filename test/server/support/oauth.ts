import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Database } from '../../../server/db/db.ts';
import { findProvider } from '../../../server/providers/index.ts';
import { finishConnect, startConnect } from '../../../src/contract/connect.ts';
import { listIntegrations } from '../../../src/contract/integration.ts';
import { upsertIntegration } from '../../../src/contract/integrationAdmin.ts';
import { call, callFor } from './agent.ts';
import { createTestApp, dataOf } from './api.ts';
import { type AuthorizationServer, startAuthorizationServer } from './authorizationServer.ts';
import { asSuperuser } from './database.ts';
import { createTestIntegrations } from './integrations.ts';
import { type StandIn, startStandIn } from './standIn.ts';
import { createTenant, newId } from './tenant.ts';

export const callback = 'https://api.acme.example/v1/integrations/google/callback';
export const returnTo = 'https://app.acme.example/settings?tab=mail';
const publicUrl = 'https://api.acme.example';
export const { scopes = [] } = findProvider('google')?.oauth ?? {};

/** Opens tenants with an integration of a "Google" on this machine, for the tests of a file. */
export function openOAuth(database: Database) {
  let server: AuthorizationServer | undefined;
  let standIn: StandIn | undefined;
  beforeAll(async () => {
    server = await startAuthorizationServer(callback, scopes);
    standIn = await startStandIn();
    standIn.respond(() => ({ status: 200, body: { scope: scopes.join(' ') } }));
  });
  afterAll(() => Promise.all([server?.close(), standIn?.close()]));
  afterEach(() => {
    google().grants.length = 0;
    api().requests.length = 0;
  });

  function google(): AuthorizationServer {
    if (server === undefined) throw new Error('It runs inside of tests only.');
    return server;
  }
  function api(): StandIn {
    if (standIn === undefined) throw new Error('It runs inside of tests only.');
    return standIn;
  }

  function newIntegrations() {
    const server = {
      issuer: google().url,
      authorization: `${google().url}/auth`,
      token: `${google().url}/token`,
      revocation: `${google().url}/token/revocation`,
      extra: {},
    };
    const client = { id: 'client-1', secret: 'client-secret-1', server };
    return createTestIntegrations(database, { oauth: { publicUrl, clients: { google: client } } });
  }

  async function open() {
    const tenant = await createTenant(database.kysely, { connect_by: 'visitor' }, 'test');
    const integrations = newIntegrations();
    const app = createTestApp(database, { integrations });
    const page = { key: tenant.publishableKey, visitor: newId() };
    const { id } = await call(app, { key: tenant.secretKey }, upsertIntegration, {
      body: { provider: 'google', base_url: api().url },
    });
    const params = { provider: 'google' };
    const start = () =>
      call(app, page, startConnect, {
        params,
        query: { integration_id: id, return_to: returnTo },
      });
    const comeBack = (url: URL, path = url.pathname) => app.request(path + url.search);
    /** Signs in. Returns the parameters with which the provider redirects to the page. */
    const signIn = async (url: string, choice: 'allow' | 'deny' = 'allow') => {
      const response = await comeBack(await google().visit(url, choice));
      return new URL(response.headers.get('Location') ?? '').searchParams;
    };
    const finish = (body: object, by = page, provider = 'google') =>
      callFor(app, by, finishConnect, { params: { provider }, body });
    const status = async () => {
      const found = (await call(app, page, listIntegrations)).integrations.find(
        (one) => one.id === id,
      );
      if (found === undefined) throw new Error('The address is gone (410).');
      return found;
    };
    const connect = async () => {
      const { authorization_url, proof } = await start();
      const receipt = (await signIn(authorization_url)).get('penguin_receipt');
      return dataOf(await finish({ proof, receipt }), finishConnect.reply);
    };
    return {
      tenant,
      app,
      page,
      id,
      integrations,
      start,
      comeBack,
      signIn,
      finish,
      status,
      connect,
    };
  }

  return { google, api, newIntegrations, open };
}

/** Returns the rows of a query by the superuser. */
export const query = (database: Database, text: string) =>
  asSuperuser<Record<string, unknown>>(database.kysely, text);
