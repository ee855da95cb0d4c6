import { Duplex } from 'node:stream';
import { setImmediate } from 'node:timers/promises';
import type { PGlite } from '@electric-sql/pglite';

type Done = (error?: Error | null) => void;

/**
 * The connection of a `pg` client to PGlite. Messages that are written together run in one call of
 * PGlite, because every call has its cost.
 */
export class PgliteStream extends Duplex {
  readonly #pglite: PGlite;

  constructor(pglite: PGlite) {
    super();
    this.#pglite = pglite;
  }

  /** Removes prepared statements of earlier clients, because PGlite has only one session. */
  connect(): this {
    this.#pglite.exec('deallocate all').then(
      () => this.emit('connect'),
      (cause: unknown) => this.destroy(cause instanceof Error ? cause : new Error(String(cause))),
    );
    return this;
  }

  // `pg` calls these methods of a socket.
  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: Done): void {
    this.#run(chunk).then(() => done(), done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: Done): void {
    const together = Buffer.concat(chunks.map(({ chunk }) => chunk));
    this.#run(together).then(() => done(), done);
  }

  override _final(done: Done): void {
    this.push(null);
    done();
  }

  async #run(messages: Buffer): Promise<void> {
    // PGlite responds in the same call, but `pg` expects the response after it has sent the
    // statement. In between, the process can handle other requests and timers.
    await setImmediate();
    await this.#pglite.execProtocolRawStream(messages, {
      // The bytes are in the memory of PGlite, which the next call overwrites.
      onRawData: (bytes) => this.push(Buffer.from(bytes)),
    });
  }
}
