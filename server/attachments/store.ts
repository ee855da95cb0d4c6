/**
 * Stores the bytes of files. Keys are unguessable, `<tenant>/<random>`, and never contain the file
 * name. Rejects if the store cannot be reached.
 */
export interface AttachmentStore {
  /** Takes over a complete file that lies at `path`. */
  put(key: string, file: { path: string; digest: string }): Promise<void>;
  /** The bytes, read as they are wanted; undefined when there is no such file. */
  open(key: string): Promise<ReadableStream<Uint8Array> | undefined>;
  /** A file that is not there counts as removed. */
  remove(key: string): Promise<void>;
}
