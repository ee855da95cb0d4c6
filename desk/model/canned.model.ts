import { signal } from '@preact/signals';
import {
  type CannedReply,
  createCannedReply,
  deleteCannedReply,
  listCannedReplies,
  updateCannedReply,
} from '../../src/contract/cannedReply.ts';
import { Failure, sentenceOf } from '../api/failure.ts';
import type { SignedIn } from './session.model.ts';

/** A canned reply that is being edited. Without an id it is new. */
export type CannedDraft = Pick<CannedReply, 'name' | 'shortcut' | 'text'> & {
  id?: string;
  /** The version that is edited. */
  version?: number;
};

export type Canned = ReturnType<typeof createCanned>;

/** The canned replies of the account. */
export function createCanned({ api }: SignedIn) {
  const replies = signal<readonly CannedReply[] | undefined>(undefined);
  const problem = signal<string | undefined>(undefined);
  /** Exists as long as the page, whatever is shown in the meantime. */
  const draft = signal<CannedDraft | undefined>(undefined);
  /** Someone else has changed, or deleted, what is edited. */
  const conflict = signal<'changed' | 'deleted' | undefined>(undefined);

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      problem.value = undefined;
      conflict.value = undefined;
      return true;
    } catch (error) {
      problem.value = sentenceOf(error);
      conflict.value = conflictOf(error);
      return false;
    }
  }

  async function read(): Promise<void> {
    replies.value = (await api.call(listCannedReplies)).canned_replies;
  }

  function edit({ id, name, shortcut, text, version }: CannedReply): void {
    draft.value = { id, name, shortcut, text, version };
    problem.value = undefined;
    conflict.value = undefined;
  }

  /** Stores a draft. A rejected draft is kept. */
  async function store({ id, version, ...fields }: CannedDraft): Promise<void> {
    const body = { ...fields, shortcut: fields.shortcut.trim().replace(/^\//, '').toLowerCase() };
    const isSaved = await attempt(() =>
      id === undefined
        ? api.call(createCannedReply, { body })
        : api.call(updateCannedReply, { params: { id }, body: { ...body, base_version: version } }),
    );
    if (!isSaved) return;
    draft.value = undefined;
    await attempt(read);
  }

  return {
    replies,
    problem,
    draft,
    load: () => attempt(read),
    conflict,
    edit,
    discard(): void {
      draft.value = undefined;
      problem.value = undefined;
      conflict.value = undefined;
    },
    async save(): Promise<void> {
      if (draft.value !== undefined) await store(draft.value);
    },
    /** Stores the draft over the version of someone else, or again if they have deleted it. */
    async saveOver(): Promise<void> {
      if (draft.value === undefined) return;
      const { id, version: _version, ...fields } = draft.value;
      await store(id === undefined || conflict.value === 'deleted' ? fields : { ...fields, id });
    },
    /** Replaces the draft by what is stored now. */
    async loadTheirs(): Promise<void> {
      const id = draft.value?.id;
      if (!(await attempt(read))) return;
      const theirs = replies.value?.find((one) => one.id === id);
      if (theirs === undefined) draft.value = undefined;
      else edit(theirs);
    },
    async remove(id: string): Promise<void> {
      const isGone = await attempt(() => api.call(deleteCannedReply, { params: { id } }));
      if (!isGone) return;
      if (draft.value?.id === id) draft.value = undefined;
      await attempt(read);
    },
  };
}

function conflictOf(error: unknown): 'changed' | 'deleted' | undefined {
  if (!(error instanceof Failure)) return undefined;
  if (error.code === 'CANNED_REPLY_CHANGED') return 'changed';
  return error.code === 'NOT_FOUND' ? 'deleted' : undefined;
}
