import {
  type CannedReply,
  createCannedReply,
  deleteCannedReply,
  listCannedReplies,
  maxCannedReplies,
  updateCannedReply,
} from '../../src/contract/cannedReply.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import { type Call, noInput, route } from '../http/route.ts';
import {
  changeCannedReply,
  deleteStoredCannedReply,
  insertCannedReply,
  listStoredCannedReplies,
  type StoredCannedReply,
} from '../queries/cannedReplies.ts';

type Trx = Call<unknown, unknown>['trx'];

function asCannedReply(stored: StoredCannedReply): CannedReply {
  return { ...stored, updated_at: stored.updated_at.toISOString() };
}

/** Fields for the audit log, without the text. */
const factsOf = ({ name, shortcut }: StoredCannedReply) => ({ name, shortcut });

const notFound = () =>
  apiErrors.notFound(
    'There is no such canned reply. It may have been deleted: load the list again.',
  );

function readId({ param }: Pick<Call<unknown, unknown>, 'param'>): string {
  const id = param('id');
  if (!isUuid(id)) throw notFound();
  return id;
}

/** @throws ValidationError if another canned reply has the shortcut */
async function checkShortcut(trx: Trx, shortcut: string | undefined, id?: string) {
  const all = await listStoredCannedReplies(trx);
  if (all.some((one) => one.shortcut === shortcut && one.id !== id)) {
    const message = 'Is the shortcut of another canned reply. Choose another.';
    throw apiErrors.invalid([{ field: 'shortcut', message }]);
  }
  return all;
}

export const listCannedRepliesRoute = route(
  { ...noInput, ...listCannedReplies },
  async ({ trx }) => ({
    canned_replies: (await listStoredCannedReplies(trx)).map(asCannedReply),
  }),
);

export const createCannedReplyRoute = route(
  { ...noInput, ...createCannedReply },
  async ({ trx, body, note, caller }) => {
    const all = await checkShortcut(trx, body.shortcut);
    if (all.length >= maxCannedReplies) {
      const message = `There are ${maxCannedReplies} canned replies already. Delete one first.`;
      throw apiErrors.invalid([{ field: 'name', message }]);
    }
    const stored = await insertCannedReply(trx, { ...body, saved_by: caller.by.actor_name });
    note({ target: stored.id, after: factsOf(stored) });
    return asCannedReply(stored);
  },
);

export const updateCannedReplyRoute = route({ ...noInput, ...updateCannedReply }, async (call) => {
  const { trx, body, note, caller } = call;
  const id = readId(call);
  const before = (await checkShortcut(trx, body.shortcut, id)).find((one) => one.id === id);
  if (before === undefined) throw notFound();
  const stored = await changeCannedReply(trx, id, { ...body, saved_by: caller.by.actor_name });
  if (stored === undefined) throw await conflictOf(trx, id);
  note({ before: factsOf(before), after: factsOf(stored) });
  return asCannedReply(stored);
});

/** Returns the error for a canned reply that someone else has changed or deleted. */
async function conflictOf(trx: Trx, id: string): Promise<Error> {
  const current = (await listStoredCannedReplies(trx)).find((one) => one.id === id);
  return current === undefined ? notFound() : apiErrors.cannedReplyChanged(current.saved_by);
}

export const deleteCannedReplyRoute = route({ ...noInput, ...deleteCannedReply }, async (call) => {
  const deleted = await deleteStoredCannedReply(call.trx, readId(call));
  if (deleted === undefined) throw notFound();
  call.note({ before: factsOf(deleted) });
  return { deleted: true };
});
