import type { EntryError } from './outboxEntry.ts';

/** The reason why a file cannot be attached. `count`: the maximum number is reached. */
export type FileProblem = 'type' | 'size' | 'empty' | 'count' | 'unreadable';

/**
 * `waiting`: for its upload, which starts on its own or with the request. `uploading`: `progress`
 * from 0 to 1. `failed`: retried when the request is sent. `rejected`: its check failed, so it is
 * not attached.
 */
export type FileState =
  | { at: 'waiting' }
  | { at: 'uploading'; progress: number }
  | { at: 'uploaded' }
  | { at: 'failed'; error: EntryError }
  | { at: 'rejected'; reason: FileProblem };

/** A file that was added to a draft. */
export interface AttachedFile {
  id: string;
  /** Key of the draft: the Idempotency-Key of its request or reply. */
  draft: string;
  /** User id of the person who chose it; empty for an anonymous visitor. */
  owner: string;
  name: string;
  /** Media type, as found in the content. */
  type: string;
  /** Bytes. */
  size: number;
  /** The content of a picture, for its preview. */
  picture?: Blob;
  state: FileState;
}
