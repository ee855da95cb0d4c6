import { createHash, randomBytes } from 'node:crypto';
import type { OAuthOptions } from '../../server/index.ts';

const policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";
const providers = ['hubspot', 'google'] as const;

/** Returns the OAuth clients of the authorization servers below. */
export function oauthOf(origin: string): OAuthOptions {
  const clients = providers.map((provider) => {
    const at = `${origin}/sign-in/${provider}`;
    const server = {
      issuer: at,
      authorization: `${at}/authorize`,
      token: `${at}/token`,
      revocation: `${at}/revoke`,
      extra: {},
    };
    return [provider, { id: 'demo', secret: 'secret of the demo', server }] as const;
  });
  return { publicUrl: origin, clients: Object.fromEntries(clients) };
}

/**
 * Creates authorization servers that ask whether the demo may have access. They support one-time
 * codes with PKCE.
 */
export function createSignIn() {
  const codes = new Map<string, { challenge: string; redirect: string }>();

  /** `path`: the part after `/sign-in/`. */
  return async function answer(request: Request, path: string): Promise<Response> {
    const [provider = '', step] = path.split('/');
    const { searchParams } = new URL(request.url);
    if (step === 'authorize' && request.method === 'GET') return authorize(provider, searchParams);
    if (step === 'token' && request.method === 'POST') return grant(await request.text());
    if (step === 'revoke' && request.method === 'POST') return new Response(null);
    return new Response('There is no such page.', { status: 404 });
  };

  function authorize(provider: string, query: URLSearchParams): Response {
    const redirect = query.get('redirect_uri') ?? '';
    if (!URL.canParse(redirect) || query.get('code_challenge_method') !== 'S256') {
      return new Response('This request to sign in is not complete.', { status: 400 });
    }
    const code = randomBytes(16).toString('base64url');
    codes.set(code, { redirect, challenge: query.get('code_challenge') ?? '' });
    const back = (answer: Record<string, string>) => {
      const url = new URL(redirect);
      const all = { ...answer, state: query.get('state') ?? '' };
      for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value);
      return url.href.replaceAll('&', '&amp;');
    };
    const name = provider === 'hubspot' ? 'HubSpot' : 'Google';
    const html = `<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Sign in at ${name}</title>
<style>:root{color-scheme:light dark}body{max-width:26rem;margin:15vh auto;padding:0 24px;font:16px/1.5 system-ui}
a{display:inline-block;margin:8px 8px 0 0;padding:8px 16px;border:1px solid;border-radius:8px;color:inherit}</style>
<h1>${name}</h1><p>This stands in for the page of ${name} where you are asked:
may PenguinMails read and write your contacts?</p>
<p><a href="${back({ code })}">Allow</a><a href="${back({ error: 'access_denied' })}">Do not allow</a></p></html>`;
    return new Response(html, {
      headers: { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy },
    });
  }

  function grant(body: string): Response {
    const form = new URLSearchParams(body);
    const known = codes.get(form.get('code') ?? '');
    codes.delete(form.get('code') ?? '');
    const verifier = form.get('code_verifier') ?? '';
    const isRefresh = form.get('grant_type') === 'refresh_token';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const isRight = known?.challenge === challenge && known.redirect === form.get('redirect_uri');
    if (!isRefresh && !isRight) return Response.json({ error: 'invalid_grant' }, { status: 400 });
    const token = () => randomBytes(16).toString('base64url');
    return Response.json(
      { access_token: token(), refresh_token: token(), token_type: 'Bearer', expires_in: 3_600 },
      { headers: { 'Cache-Control': 'no-store' } },
    );
  }
}
