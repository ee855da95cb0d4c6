import type { EntryError } from './outboxEntry.ts';

/** Why a file cannot be attached; `count`: the limit is reached. */
export type FileProblem = 'type' | 'size' | 'empty' | 'count' | 'unreadable';

/**
 * `waiting`: for its upload, which begins by itself or with the request · `uploading`: `progress` 0 to 1 ·
 * `failed`: retried when the request is sent · `refused`: not attached, its check failed.
 */
export type FileState =
  | { at: 'waiting' }
  | { at: 'uploading'; progress: number }
  | { at: 'uploaded' }
  | { at: 'failed'; error: EntryError }
  | { at: 'refused'; reason: FileProblem };

/** A file that was put to a draft. */
export interface AttachedFile {
  id: string;
  /** Key of the draft: the Idempotency-Key of the request or reply that it will go with. */
  draft: string;
  /** User id of who chose it; empty for an anonymous visitor. */
  owner: string;
  name: string;
  /** Media type, as found in the content. */
  type: string;
  /** Bytes. */
  size: number;
  state: FileState;
}
