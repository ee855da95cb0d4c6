import { batch, computed, signal } from '@preact/signals';
import { putArticle } from '../../../src/contract/articleAdmin.ts';
import {
  type EditedArticle,
  getArticleVersion,
  getEditedArticle,
  moveArticle,
  updateArticle,
} from '../../../src/contract/articleEditing.ts';
import { Failure, sentenceOf } from '../../api/failure.ts';
import type { SignedIn } from '../../model/session.model.ts';
import { storedMap } from '../../model/stored.ts';
import { Draft, draftOf, emptyDraft, isSame, textOf, unversionedOf } from './draft.ts';

export interface ArticleKey {
  slug: string;
  locale: string;
  /** It has not been saved yet. */
  isNew?: boolean;
}

/** The unsaved texts on this device. */
export const storedDrafts = ({ account, agent }: Pick<SignedIn, 'account' | 'agent'>) =>
  storedMap(`support-desk-articles:${account.id}:${agent.id}`, Draft, 50);

export type Editor = ReturnType<typeof createEditor>;

/** The state that an article should have after saving. */
export type Publication = { published: boolean } | { publish_at: string };

/** Edits one article in one language. The text is stored on this device until it is saved. */
export function createEditor(me: SignedIn, { slug, locale, isNew = false }: ArticleKey) {
  const { api } = me;
  const stored = storedDrafts(me);
  const name = `${locale}/${slug}`;
  const of = { params: { slug }, query: { locale } };
  /** Undefined for a new article, and while it loads. */
  const article = signal<EditedArticle | undefined>(undefined);
  const saved = signal<Draft>(emptyDraft);
  const draft = signal<Draft>(emptyDraft);
  const isReady = signal(false);
  const isBusy = signal(false);
  const problem = signal<string | undefined>(undefined);
  const hasConflict = signal(false);
  /** A sentence about the completed action. */
  const done = signal<string | undefined>(undefined);
  /** Broken links of the last save. */
  const broken = signal<readonly string[]>([]);
  const isChanged = computed(() => !isSame(draft.value, saved.value));

  function keep(): void {
    stored.set(name, isChanged.peek() ? draft.peek() : undefined);
  }

  /** Returns undefined if the article does not exist. */
  async function readIfThere(): Promise<EditedArticle | undefined> {
    try {
      return await api.call(getEditedArticle, of);
    } catch (error) {
      if (error instanceof Failure && error.code === 'NOT_FOUND') return undefined;
      throw error;
    }
  }

  async function read(): Promise<void> {
    const found = await readIfThere();
    if (found === undefined) return;
    batch(() => {
      article.value = found;
      saved.value = draftOf(found, unversionedOf(found));
    });
  }

  /** Runs a change, and reports an error. */
  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    if (isBusy.peek()) return false;
    isBusy.value = true;
    try {
      await work();
      batch(() => {
        problem.value = undefined;
        hasConflict.value = false;
      });
      return true;
    } catch (error) {
      batch(() => {
        done.value = undefined;
        problem.value = sentenceOf(error);
        hasConflict.value = error instanceof Failure && error.code === 'ARTICLE_CHANGED';
      });
      return false;
    } finally {
      isBusy.value = false;
    }
  }

  async function open(): Promise<void> {
    if (!isNew && !(await attempt(read))) return;
    batch(() => {
      draft.value = stored.get(name) ?? saved.peek();
      isReady.value = true;
    });
  }

  /** Saves the text with the wanted state. */
  async function save(publication: Publication, version = draft.peek().version): Promise<boolean> {
    const sent = draft.peek();
    return attempt(async () => {
      const body = { ...textOf(sent), ...publication, locale, base_version: version };
      const reply = await api.call(putArticle, { params: { slug }, body });
      const written = draft.peek();
      await read();
      batch(() => {
        // Text that was typed while saving is kept.
        draft.value = isSame(written, sent)
          ? saved.peek()
          : { ...written, version: reply.article.version };
        broken.value = [...reply.dead, ...reply.lost];
        done.value = wordsOf(reply.article);
      });
      keep();
    });
  }

  return {
    ...{
      slug,
      locale,
      article,
      draft,
      isReady,
      isBusy,
      isChanged,
      problem,
      hasConflict,
      done,
      broken,
    },
    attempt,
    open,
    save,
    write(change: Partial<Draft>): void {
      draft.value = { ...draft.peek(), ...change };
      done.value = undefined;
      keep();
    },
    /** Overwrites what someone else has saved in the meantime. Their text remains as a version. */
    async saveOver(): Promise<void> {
      let current: EditedArticle | undefined;
      const isRead = await attempt(async () => {
        current = await readIfThere();
      });
      if (!isRead) return;
      await save({ published: current?.state === 'published' }, current?.version ?? 0);
    },
    /** Discards the unsaved text. */
    async discard(): Promise<void> {
      stored.set(name, undefined);
      if (article.peek()) await attempt(read);
      draft.value = saved.peek();
    },
    change(body: { published?: boolean; publish_at?: string | null; reviewed?: true }) {
      return attempt(async () => {
        const { published, publish_at } = await api.call(updateArticle, { ...of, body });
        await read();
        done.value = body.reviewed ? 'Marked as up to date.' : wordsOf({ published, publish_at });
      });
    },
    /** Loads the text of an earlier version into the editor, where it can be saved. */
    restore(version: number) {
      return attempt(async () => {
        const params = { slug, version: String(version) };
        const found = await api.call(getArticleVersion, { ...of, params });
        draft.value = draftOf(found, draft.peek());
        keep();
        done.value = `The text of version ${version} is in the editor. Save it to restore it.`;
      });
    },
    move(to: string) {
      return attempt(async () => {
        await api.call(moveArticle, { params: { slug }, body: { slug: to } });
        stored.set(`${locale}/${to}`, stored.get(name));
        stored.set(name, undefined);
      });
    },
  };
}

function wordsOf(state: { published: boolean; publish_at: string | null }): string {
  if (state.published) return 'Saved and published.';
  return state.publish_at === null
    ? 'Saved as a draft.'
    : 'Saved. It will be published at the scheduled time.';
}
