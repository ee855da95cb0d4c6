import * as z from 'zod/mini';
import type { Fetch } from '../../server/index.ts';
import { checkNow, setIncident } from './integrations.ts';
import { modes, type StandIns } from './standIns.ts';

const ControlRequest = z.union([
  z.object({ provider: z.string(), mode: z.enum(modes) }),
  z.object({ incident: z.boolean() }),
]);

/** Handles requests of the page `/control/`. `path`: the part after `/control/`. */
export async function control(
  request: Request,
  deps: { api: Fetch; standIns: StandIns; origin: string },
): Promise<Response> {
  const { api, standIns, origin } = deps;
  if (request.method === 'POST') {
    const wish = z.safeParse(ControlRequest, await request.json().catch(() => null));
    if (!wish.success) return new Response('Not one of the wishes.', { status: 400 });
    if ('incident' in wish.data) await setIncident(api, wish.data.incident);
    else {
      const { provider, mode } = wish.data;
      if (!standIns.set(provider, mode)) return new Response('No such system.', { status: 404 });
      await checkNow(api, origin, provider);
    }
  }
  const headers = { 'Cache-Control': 'no-store' };
  return Response.json({ modes: standIns.modes() }, { headers });
}
