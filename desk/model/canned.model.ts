import { signal } from '@preact/signals';
import {
  type CannedReply,
  createCannedReply,
  deleteCannedReply,
  listCannedReplies,
  updateCannedReply,
} from '../../src/contract/cannedReply.ts';
import { sentenceOf } from '../api/failure.ts';
import type { SignedIn } from './session.model.ts';

/** A canned reply that is being edited. Without an id it is new. */
export type CannedDraft = Pick<CannedReply, 'name' | 'shortcut' | 'text'> & { id?: string };

export type Canned = ReturnType<typeof createCanned>;

/** The canned replies of the account. */
export function createCanned({ api }: SignedIn) {
  const replies = signal<readonly CannedReply[] | undefined>(undefined);
  const problem = signal<string | undefined>(undefined);
  /** Exists as long as the page, whatever is shown in the meantime. */
  const draft = signal<CannedDraft | undefined>(undefined);

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      problem.value = undefined;
      return true;
    } catch (error) {
      problem.value = sentenceOf(error);
      return false;
    }
  }

  async function read(): Promise<void> {
    replies.value = (await api.call(listCannedReplies)).canned_replies;
  }

  return {
    replies,
    problem,
    draft,
    load: () => attempt(read),
    edit({ id, name, shortcut, text }: CannedReply): void {
      draft.value = { id, name, shortcut, text };
    },
    /** Stores the draft. A rejected draft is kept. */
    async save(): Promise<void> {
      if (draft.value === undefined) return;
      const { id, ...fields } = draft.value;
      const body = { ...fields, shortcut: fields.shortcut.trim().replace(/^\//, '').toLowerCase() };
      const isSaved = await attempt(() =>
        id === undefined
          ? api.call(createCannedReply, { body })
          : api.call(updateCannedReply, { params: { id }, body }),
      );
      if (!isSaved) return;
      draft.value = undefined;
      await attempt(read);
    },
    async remove(id: string): Promise<void> {
      const isGone = await attempt(() => api.call(deleteCannedReply, { params: { id } }));
      if (!isGone) return;
      if (draft.value?.id === id) draft.value = undefined;
      await attempt(read);
    },
  };
}
