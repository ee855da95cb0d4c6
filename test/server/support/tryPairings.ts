import { expect } from 'vitest';
import {
  adminEndpoints,
  agentEndpoints,
  type Endpoint,
  endpoints,
  eventEndpoints,
  lateEndpoints,
} from '../../../src/contract/index.ts';
import type { App } from './api.ts';
import { attempt, type Holder } from './pairings.ts';

/** All endpoints of the contract. */
export const table: readonly Endpoint[] = Object.values({
  ...endpoints,
  ...eventEndpoints,
  ...lateEndpoints,
  ...agentEndpoints,
  ...adminEndpoints,
});

/**
 * Returns whether a key has no access to an endpoint. Then it must be rejected before anything
 * else.
 */
function isClosed(holder: Holder, endpoint: Endpoint): boolean {
  const { access, method, readOnly, role, beacon, path } = endpoint;
  const { opens, isViewer, hasJobsAlone } = holder;
  if (beacon && opens.includes('key')) return false;
  if (!opens.includes(access)) return true;
  if (hasJobsAlone && path.startsWith('agent/') && !path.startsWith('agent/jobs')) return true;
  if (isViewer && method !== 'GET' && !readOnly) return true;
  return holder.role !== 'admin' && role === 'admin' && isSession(holder);
}

const isSession = ({ caller }: Holder) => caller.key.startsWith('as_');

/** Returns bodies that would have an effect if they were accepted. */
const bodies = ({ ids }: Target): unknown[] => [
  {},
  { body: 'x', status: 'resolved', name: 'x', email: 'x@x.example', assignee: ids.agent },
  {
    ...{ kind: 'secret', role: 'admin', disabled: true, overlap_hours: 0, plan: 'enterprise' },
    ...{ organization_id: ids.organization, tenantId: ids.organization },
    ...{ title: 'x', message: 'x', severity: 'high', provider: 'stripe', score: 1, position: 1 },
    ...{
      priority: 'low',
      name: 'x',
      email: 'x@x.example',
      integrations: [ids.integration],
    },
  },
];

export const parametersOf = ({ path }: Endpoint) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, one]) => one);

/** The data that holders try to access. */
export interface Target {
  ids: Readonly<Record<string, string>>;
  /** A unique word in all data of the target. */
  word: string;
  /** Headers that name its account. */
  of?: { headers: Record<string, string> };
}

/**
 * Tries every endpoint as every holder, with the ids of a target. `share`: only every n-th attempt
 * is made. Returns the number of attempts, and responses that should have been rejected.
 */
async function tryAll(
  app: App,
  holders: readonly Holder[],
  to: Target,
  share = 1,
): Promise<{ attempts: number; leaks: string[] }> {
  let count = 0;
  let attempts = 0;
  const leaks: string[] = [];
  const tryOne = async (holder: Holder, endpoint: Endpoint, value: string, body: unknown) => {
    if (++count % share !== 0) return;
    attempts++;
    const named = holder.name.endsWith('names the other account') ? to.of : undefined;
    const params = Object.fromEntries(parametersOf(endpoint).map((name) => [name ?? '', value]));
    const { status, text } = await attempt(app, holder, endpoint, { params, body, ...named });
    const what = `${holder.name}: ${endpoint.method} ${endpoint.path} ${value} → ${status}`;
    if (isClosed(holder, endpoint) && ![401, 403].includes(status)) leaks.push(what);
    if (status >= 500 || text.includes(to.word)) leaks.push(`${what} ${text}`);
  };
  for (const holder of holders) {
    for (const endpoint of table) {
      const hasParameter = parametersOf(endpoint).length > 0;
      const values = hasParameter ? [...Object.values(to.ids), 'x', '..%2f'] : ['-'];
      const given = endpoint.body === undefined ? [undefined] : bodies(to);
      // A key that does not open the endpoint is rejected before the body is read: one body is enough.
      if (isClosed(holder, endpoint)) given.splice(0, given.length - 1);
      await Promise.all(
        values.flatMap((value) => given.map((body) => tryOne(holder, endpoint, value, body))),
      );
    }
  }
  return { attempts, leaks };
}

/** One of two sides that must not see each other. */
export interface Side extends Target {
  app: App;
  holders: readonly Holder[];
  /** Returns all of its data as it is stored. */
  snapshot(): Promise<unknown[]>;
}

/**
 * Every fourth attempt is made, or all with `ALL_PAIRINGS=1`. The attempts that are left out differ from
 * endpoint to endpoint.
 */
export const ownShare = process.env.ALL_PAIRINGS === undefined ? 4 : 1;

/**
 * Tries everything as one side with the data of the other, both ways. Nothing may be shown or
 * changed. Returns the number of attempts.
 */
export async function tryBothWays(
  sides: readonly [from: Side, to: Side],
  share = 1,
): Promise<number> {
  let total = 0;
  for (const [from, to] of [sides, [sides[1], sides[0]]] as const) {
    const before = await to.snapshot();
    expect(before.length).toBeGreaterThan(0);
    const { attempts, leaks } = await tryAll(from.app, from.holders, to, share);
    expect(leaks).toEqual([]);
    expect(await to.snapshot()).toEqual(before);
    total += attempts;
  }
  return total;
}
