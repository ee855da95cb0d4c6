/**
 * Stores the content of files. Keys have the form `<tenant>/<random>`, cannot be guessed, and never
 * contain the file name. Rejects if the store cannot be reached.
 */
export interface AttachmentStore {
  /** Moves a complete file from `path` into the store. */
  put(key: string, file: { path: string; digest: string }): Promise<void>;
  /** Returns the content as a stream, or undefined if the file does not exist. */
  open(key: string): Promise<ReadableStream<Uint8Array> | undefined>;
  /** Removes a file. Does nothing if it does not exist. */
  remove(key: string): Promise<void>;
}
