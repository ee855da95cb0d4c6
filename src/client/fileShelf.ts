import * as z from 'zod/mini';
import { openTable } from './table.ts';

const StoredFile = z.object({
  id: z.string(),
  draft: z.string(),
  owner: z.string(),
  name: z.string(),
  type: z.string(),
  blob: z.instanceof(Blob),
  /** Milliseconds since 1970. */
  addedAt: z.number(),
  /**
   * Its Idempotency-Key, the visitor that uploads it, its start time, and the id that it received.
   */
  upload: z.object({
    key: z.string(),
    as: z.string(),
    since: z.number(),
    id: z.nullable(z.string()),
  }),
});
export type StoredFile = z.infer<typeof StoredFile>;

/** Files that wait for their request, in IndexedDB, or in memory if the browser blocks it. */
export interface FileShelf {
  all(): Promise<StoredFile[]>;
  get(id: string): Promise<StoredFile | undefined>;
  put(file: StoredFile): Promise<void>;
  remove(ids: readonly string[]): Promise<void>;
  close(): void;
}

export function createFileShelf(scope: string): FileShelf {
  const table = openTable(`${scope}:files`);
  const memory = new Map<string, StoredFile>();
  /** Ids of removed files, which stay removed even if an earlier read or upload ends later. */
  const removed = new Set<string>();
  const read = (stored: unknown) => StoredFile.safeParse(stored).data;
  return {
    async all() {
      const stored = (await table.all()).map(read).filter((file) => file !== undefined);
      for (const file of stored) {
        if (!memory.has(file.id) && !removed.has(file.id)) memory.set(file.id, file);
      }
      return [...memory.values()].sort((a, b) => a.addedAt - b.addedAt);
    },
    async get(id) {
      // Another tab may have stored it.
      return memory.get(id) ?? read(await table.get(id));
    },
    async put(file) {
      if (removed.has(file.id)) return;
      memory.set(file.id, file);
      await table.put(file.id, file);
    },
    remove(ids) {
      for (const id of ids) {
        memory.delete(id);
        removed.add(id);
      }
      return table.remove(ids);
    },
    close: table.close,
  };
}
