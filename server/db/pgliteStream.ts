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

  /**
   * PGlite has one session. An earlier client may have prepared statements in it, or left a
   * transaction open when it failed.
   */
  connect(): this {
    this.#reset().then(
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

  async #reset(): Promise<void> {
    await this.#pglite.exec('rollback');
    await this.#pglite.exec('deallocate all');
  }

  async #run(messages: Buffer): Promise<void> {
    // PGlite answers in the same call, but `pg` expects the answer after it has sent the statement.
    // Requests and timers of the process take their turn in between.
    await setImmediate();
    await this.#pglite.execProtocolRawStream(messages, {
      // The bytes are in the memory of PGlite, which the next call overwrites.
      onRawData: (bytes) => this.push(Buffer.from(bytes)),
    });
  }
}
