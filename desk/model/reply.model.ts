import { signal } from '@preact/signals';
import * as z from 'zod/mini';
import { uploadAgentAttachment, writeAgentMessage } from '../../src/contract/agent.ts';
import type { Attachment } from '../../src/contract/attachment.ts';
import type { Inbox } from './inbox.model.ts';
import type { SignedIn } from './session.model.ts';
import { storedMap } from './stored.ts';

const Draft = z.object({ text: z.string(), isNote: z.boolean() });
type Draft = z.infer<typeof Draft>;
const empty: Draft = { text: '', isNote: false };

export type Replies = ReturnType<typeof createReplies>;

/** Drafts of an agent by request. Each is stored on this device until it is sent. */
export function createReplies({ api, account, agent }: SignedIn, inbox: Inbox) {
  const stored = storedMap(`support-desk-drafts:${account.id}:${agent.id}`, Draft, 200);
  /** Counts changes of drafts, so that views that read one are rendered again. */
  const version = signal(0);
  const files = signal<ReadonlyMap<string, readonly Attachment[]>>(new Map());
  const isSending = signal(false);
  /** One Idempotency-Key per text, for all of its attempts. */
  const keys = new Map<string, string>();

  const filesOf = (id: string) => files.value.get(id) ?? [];
  const draftOf = (id: string): Draft => (version.value >= 0 && stored.get(id)) || empty;

  function setFiles(id: string, next: readonly Attachment[]): void {
    files.value = new Map(files.value).set(id, next);
  }

  function write(id: string, change: Partial<Draft>): void {
    const next = { ...draftOf(id), ...change };
    stored.set(id, next.text === '' && !next.isNote ? undefined : next);
    keys.delete(id);
    version.value += 1;
  }

  return {
    draftOf,
    filesOf,
    isSending,
    write,
    async attach(id: string, chosen: readonly File[]): Promise<void> {
      for (const file of chosen) {
        await inbox.attempt(async () => {
          setFiles(id, [...filesOf(id), await api.call(uploadAgentAttachment, { file })]);
        });
      }
    },
    detach(id: string, file: string): void {
      setFiles(
        id,
        filesOf(id).filter((one) => one.id !== file),
      );
    },
    /** Sends the draft. `isLast`: resolves the request afterwards. */
    async send(id: string, isLast: boolean): Promise<void> {
      const { text, isNote } = draftOf(id);
      if (text.trim() === '' || isSending.value) return;
      isSending.value = true;
      const idempotencyKey = keys.get(id) ?? crypto.randomUUID();
      keys.set(id, idempotencyKey);
      const isSent = await inbox.attempt(async () => {
        const attachments = filesOf(id).map((file) => file.id);
        const body = { body: text, internal: isNote, attachments };
        await api.call(writeAgentMessage, { params: { id }, body, idempotencyKey });
      });
      isSending.value = false;
      if (!isSent) return;
      stored.set(id, undefined);
      keys.delete(id);
      setFiles(id, []);
      version.value += 1;
      await inbox.openTicket(id);
      if (isLast) await inbox.change({ status: 'resolved' });
      else await inbox.load('change');
    },
  };
}
