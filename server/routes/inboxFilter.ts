import type { Agent } from '../../src/contract/agent.ts';
import {
  createFilter,
  deleteFilter,
  listFilters,
  maxCounted,
  maxFilters,
  type SavedFilter,
} from '../../src/contract/inboxFilter.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import { type Call, type Caller, noInput, route } from '../http/route.ts';
import { countMatching, type InboxFilter } from '../queries/inbox.ts';
import { deleteSavedFilter, insertFilter, listSavedFilters } from '../queries/savedFilters.ts';

/**
 * Returns the conditions of a query with `me` and `none` resolved. A malformed id matches nothing.
 */
export function filterOf(
  conditions: SavedFilter['conditions'],
  me: Agent | null | undefined,
): InboxFilter {
  const { assignee, queue, mentioned } = conditions;
  return {
    ...conditions,
    assignee: readAssignee(assignee, me),
    queue: queue === 'none' ? null : queue,
    mentioned: mentioned && (me?.id ?? noId),
  };
}

/** An id that no record has. */
const noId = '00000000-0000-0000-0000-000000000000';

function readAssignee(assignee: string | undefined, me: Agent | null | undefined) {
  if (assignee === undefined) return undefined;
  if (assignee === 'none') return null;
  const id = assignee === 'me' ? (me?.id ?? '') : assignee;
  return isUuid(id) ? id : noId;
}

/** @throws AuthorizationError for a key, because a key is not an agent */
export function agentOf({ agent }: Caller): Agent {
  if (agent) return agent;
  throw apiErrors.permissionDenied('This endpoint needs the session of an agent.');
}

/** Counts the unresolved requests with a note that mentions an agent. */
export async function countMentions(
  trx: Call<unknown, unknown>['trx'],
  me: Agent | null | undefined,
): Promise<number> {
  if (!me) return 0;
  return countMatching(trx, { mentioned: me.id, status: 'unresolved' }, maxCounted);
}

export const listFiltersRoute = route({ ...noInput, ...listFilters }, async ({ trx, caller }) => {
  const me = agentOf(caller);
  const filters = [];
  for (const filter of await listSavedFilters(trx, me.id)) {
    const count = await countMatching(trx, filterOf(filter.conditions, me), maxCounted);
    filters.push({ ...filter, count });
  }
  return { filters };
});

export const createFilterRoute = route(
  { ...noInput, ...createFilter },
  async ({ trx, caller, body, note }) => {
    const me = agentOf(caller);
    if ((await listSavedFilters(trx, me.id)).length >= maxFilters) {
      const message = `You have ${maxFilters} filters already. Delete one first.`;
      throw apiErrors.invalid([{ field: 'name', message }]);
    }
    const stored = await insertFilter(trx, me.id, body);
    note({ target: stored.id, after: { name: stored.name } });
    return stored;
  },
);

export const deleteFilterRoute = route(
  { ...noInput, ...deleteFilter },
  async ({ trx, caller, param, note }) => {
    const me = agentOf(caller);
    const id = param('id');
    const deleted = isUuid(id) ? await deleteSavedFilter(trx, me.id, id) : undefined;
    if (deleted === undefined)
      throw apiErrors.notFound(
        'You have no such filter. It may have been deleted: load the list again.',
      );
    note({ before: { name: deleted.name } });
    return { deleted: true };
  },
);
