import { createServer } from 'node:http';
import Provider from 'oidc-provider';

export interface AuthorizationServer {
  url: string;
  /** Types of the issued grants, oldest first. */
  grants: string[];
  /**
   * Signs in and allows or denies access, like a person with a browser. Returns the address that
   * they return to.
   */
  visit(authorizationUrl: string, choice: 'allow' | 'deny'): Promise<URL>;
  close(): Promise<void>;
}

/**
 * Starts a real authorization server on this machine. Refresh tokens rotate, and PKCE is required.
 */
export async function startAuthorizationServer(
  redirectUri: string,
  scopes: readonly string[],
): Promise<AuthorizationServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not a TCP port.');
  const url = `http://127.0.0.1:${address.port}`;
  const provider = new Provider(url, {
    clients: [
      {
        client_id: 'client-1',
        client_secret: 'client-secret-1',
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    scopes: [...scopes],
    pkce: { required: () => true },
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    features: { revocation: { enabled: true }, devInteractions: { enabled: true } },
    cookies: { keys: ['a key of the tests'] },
    ttl: {
      AccessToken: 3_600,
      RefreshToken: 86_400,
      Grant: 86_400,
      Session: 600,
      Interaction: 600,
    },
  });
  const grants: string[] = [];
  provider.on('grant.success', ({ oidc }) => grants.push(String(oidc.params?.grant_type)));
  server.on('request', provider.callback());

  async function visit(authorizationUrl: string, choice: 'allow' | 'deny'): Promise<URL> {
    const jar = new Map<string, string>();
    let next = new URL(authorizationUrl);
    let form: string | undefined;
    for (let step = 0; step < 20; step++) {
      const response = await fetch(next, {
        redirect: 'manual',
        headers: {
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          ...(form !== undefined && { 'Content-Type': 'application/x-www-form-urlencoded' }),
        },
        ...(form !== undefined && { method: 'POST', body: form }),
      });
      form = undefined;
      for (const cookie of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
        jar.set(name, value);
      }
      const location = response.headers.get('Location');
      const text = await response.text();
      if (location !== null) {
        next = new URL(location, next);
        if (next.href.startsWith(redirectUri)) return next;
        continue;
      }
      if (response.status !== 200) throw new Error(`The server said ${response.status}: ${text}`);
      if (choice === 'deny') next = new URL(`${next.pathname}/abort`, next);
      else
        form = /value="login"/.test(text) ? 'prompt=login&login=ada&password=x' : 'prompt=consent';
    }
    throw new Error('It never ended.');
  }

  return {
    url,
    grants,
    visit,
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
