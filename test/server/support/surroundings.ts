import type { OAuthOptions } from '../../../server/connections/connections.ts';
import { type AuthorizationServer, startAuthorizationServer } from './authorizationServer.ts';
import { startSmtp, type TestSmtp } from './smtp.ts';
import { type StandIn, startStandIn } from './standIn.ts';

const publicUrl = 'https://api.acme.example';
const scopes = ['oauth', 'content'];

/**
 * The external systems of a backend under test: a provider with its sign-in, and the team's chat.
 */
export interface Surroundings {
  signIn: AuthorizationServer;
  /** HubSpot's API. It rejects the tokens in `ended`. */
  hubspot: StandIn;
  ended: Set<string>;
  smtp: TestSmtp;
  slack: StandIn;
  receiver: StandIn;
  oauth: OAuthOptions;
  close(): Promise<void>;
}

export async function openSurroundings(): Promise<Surroundings> {
  const callback = `${publicUrl}/v1/integrations/hubspot/callback`;
  const signIn = await startAuthorizationServer(callback, scopes);
  const [hubspot, slack, receiver] = [
    await startStandIn(),
    await startStandIn(),
    await startStandIn(),
  ];
  const smtp = await startSmtp();
  const ended = new Set<string>();
  hubspot.respond(({ path, headers }) => {
    if (path !== '/account-info/v3/details') return { status: 404 };
    const token = headers.authorization ?? '';
    const isGood = /^Bearer [\w-]{20,}$/.test(token) && !ended.has(token);
    return isGood
      ? { status: 200, body: { portalId: 62515 } }
      : { status: 401, body: { status: 'error', category: 'EXPIRED_AUTHENTICATION' } };
  });
  slack.respond(() => ({ status: 200, body: { ok: true } }));
  receiver.respond(() => ({ status: 200 }));
  const server = {
    issuer: signIn.url,
    authorization: `${signIn.url}/auth`,
    token: `${signIn.url}/token`,
    revocation: `${signIn.url}/token/revocation`,
    scopes,
    extra: {},
  };
  const client = { id: 'client-1', secret: 'client-secret-1', server };
  return {
    signIn,
    hubspot,
    ended,
    smtp,
    slack,
    receiver,
    oauth: { publicUrl, clients: { hubspot: client } },
    async close() {
      for (const one of [signIn, hubspot, slack, receiver, smtp]) await one.close();
    },
  };
}
