import { Webhook } from 'standardwebhooks';
import * as z from 'zod/mini';

const Secret = z.object({ secret: z.string() });

/** Maximum number of deliveries that are kept. */
const maxStoredDeliveries = 1_000;

/**
 * Creates receivers of webhooks, like another program would have: `well`, `flaky` and `failing`.
 */
export function createReceiver() {
  const secrets = new Set<string>();
  const seen = new Set<string>();

  function isSigned(body: string, headers: Record<string, string>): boolean {
    return [...secrets].some((secret) => {
      try {
        new Webhook(secret).verify(body, headers);
        return true;
      } catch {
        return false; // it belongs to another endpoint
      }
    });
  }

  return {
    /** The page that created an endpoint sends its secret, like a person would copy it. */
    async learn(request: Request): Promise<Response> {
      const secret = z.safeParse(Secret, await request.json().catch(() => null));
      if (!secret.success) return new Response('There is no secret.', { status: 400 });
      secrets.add(secret.data.secret);
      return new Response(null, { status: 204 });
    },
    /** `kind`: the part of the path after `/receiver/`. */
    async respond(request: Request, kind: string): Promise<Response> {
      if (request.method !== 'POST') return new Response('Use POST.', { status: 405 });
      const body = await request.text();
      const headers = Object.fromEntries(request.headers);
      const id = headers['webhook-id'] ?? '';
      const isNew = !seen.has(id);
      seen.add(id);
      for (const oldest of seen) if (seen.size > maxStoredDeliveries) seen.delete(oldest);
      if (kind === 'failing') return new Response('This receiver always fails.', { status: 500 });
      if (kind === 'flaky' && isNew) return new Response('Try once more.', { status: 503 });
      // After a restart the earlier secrets are lost, so signatures cannot be verified.
      const words = isSigned(body, headers)
        ? 'The signature is right.'
        : 'Its secret is not known.';
      return new Response(`Thank you. ${words}`);
    },
  };
}
