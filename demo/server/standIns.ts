/** The behavior of a stand-in. */
export const modes = ['well', 'slow', 'failing', 'rejecting'] as const;
export type Mode = (typeof modes)[number];

/** A token that a stand-in rejects as expired. */
export const endedToken = 'ended';

/** The response of each system to a health check, as in its own documentation. */
const answers: Record<string, unknown> = {
  hubspot: { portalId: 4_711 },
  stripe: { object: 'balance' },
  mailgun: { domain: { state: 'active' } },
  google: {
    scope: 'https://www.googleapis.com/auth/gmail.send https://www.googleapis.com/auth/contacts',
  },
  posthog: { id: 1 },
  slack: { ok: true },
  intercom: { type: 'admin' },
  pipedrive: { success: true },
};

export interface StandIns {
  /** Modes by provider, in a fixed order. */
  modes(): Record<string, Mode>;
  set(provider: string, mode: Mode): boolean;
  /** `path`: the part after `/stand-ins/`. */
  respond(request: Request, path: string): Promise<Response>;
}

/**
 * Creates the external systems of the demo on this machine. They respond like the real ones, and
 * can be broken.
 */
export function createStandIns(): StandIns {
  const now = new Map<string, Mode>(Object.keys(answers).map((provider) => [provider, 'well']));
  now.set('mailgun', 'slow');
  now.set('stripe', 'failing');
  return {
    modes: () => Object.fromEntries(now),
    set(provider, mode) {
      if (!now.has(provider)) return false;
      now.set(provider, mode);
      return true;
    },
    async respond(request, path) {
      const [provider = ''] = path.split('/');
      const mode = now.get(provider);
      if (mode === undefined) return Response.json({ error: 'not_found' }, { status: 404 });
      const credentials = `${request.headers.get('Authorization')} ${await request.text()}`;
      if (mode === 'rejecting' || credentials.includes(endedToken)) {
        return Response.json({ error: 'unauthorized' }, { status: 401 });
      }
      if (mode === 'failing') return Response.json({ error: 'unavailable' }, { status: 503 });
      if (mode === 'slow') await new Promise((resolve) => setTimeout(resolve, 2_200));
      return Response.json(answers[provider]);
    },
  };
}
