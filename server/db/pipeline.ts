import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type Transaction,
} from 'kysely';
import type pg from 'pg';
import type { Schema } from './schema.ts';
import { createStatementNames, type NameStatement } from './statementNames.ts';

/** Statements that are sent together with the next one, without waiting for their results. */
const pipelined = new WeakSet<CompiledQuery>();
const onlyStatement = CompiledQuery.raw('/* the next statement ends the transaction */');

/**
 * Sends a statement together with the next one of the transaction, or with its commit, so that it
 * needs no round trip. If it fails, the next awaited statement rejects.
 */
export async function sendPipelined(
  trx: Transaction<Schema>,
  statement: { compile(trx: Transaction<Schema>): CompiledQuery },
): Promise<void> {
  const compiled = statement.compile(trx);
  pipelined.add(compiled);
  await trx.executeQuery(compiled);
}

/**
 * Marks the next statement as the only one of the transaction. It is committed in the same round
 * trip.
 */
export async function expectOneStatement(trx: Transaction<Schema>): Promise<void> {
  await trx.executeQuery(onlyStatement);
}

/** A connection that sends statements without waiting for earlier results. */
class PipelinedConnection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  readonly #nameOf: NameStatement;
  readonly #pending: Promise<unknown>[] = [];
  #isHeld = false;
  #state: 'many' | 'one' | 'over' = 'many';

  constructor(client: pg.PoolClient, nameOf: NameStatement) {
    this.client = client;
    this.#nameOf = nameOf;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (query === onlyStatement) {
      this.#state = 'one';
      return { rows: [] };
    }
    if (this.#state === 'over') throw new Error('This transaction was to have one statement.');
    if (pipelined.has(query)) {
      this.#hold();
      this.#pending.push(this.#send(query));
      return { rows: [] };
    }
    const answer = this.#send(query);
    if (this.#state === 'one') {
      this.#state = 'over';
      this.sendPipelined('commit');
    }
    this.#release();
    const { command, rowCount, rows } = await this.#settle(answer);
    const isWrite = /^(INSERT|UPDATE|DELETE|MERGE)$/.test(command);
    return { rows, ...(isWrite && { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }

  sendPipelined(text: string): void {
    this.#hold();
    const answer = this.client.query(text);
    answer.catch(() => {}); // the next awaited statement reports it
    this.#pending.push(answer);
  }

  async commit(): Promise<void> {
    if (this.#state !== 'over') this.sendPipelined('commit');
    this.#state = 'many';
    this.#release();
    await this.#settle(Promise.resolve());
  }

  async rollback(): Promise<void> {
    const isOver = this.#state === 'over';
    this.#state = 'many';
    this.#release();
    await Promise.allSettled(this.#pending.splice(0));
    if (!isOver) await this.client.query('rollback');
  }

  streamQuery(): never {
    throw new Error('Streams are not used.');
  }

  /**
   * Holds network writes until `release`, which combines them, because each is expensive. Streams
   * of the embedded database and of Workers cannot be held.
   */
  #hold(): void {
    if (!this.#isHeld) this.client.connection.stream.cork?.();
    this.#isHeld = true;
  }

  #release(): void {
    if (this.#isHeld) this.client.connection.stream.uncork?.();
    this.#isHeld = false;
  }

  #send({ sql: text, parameters }: CompiledQuery): Promise<pg.QueryResult> {
    const answer = this.client.query({
      text,
      values: [...parameters],
      name: this.#nameOf(text),
    });
    answer.catch(() => {}); // the awaiting caller receives it
    return answer;
  }

  /** The first of several errors caused the others. */
  async #settle<T>(answer: Promise<T>): Promise<T> {
    const all = await Promise.allSettled([...this.#pending.splice(0), answer]);
    for (const one of all) if (one.status === 'rejected') throw one.reason;
    return answer;
  }
}

/** A pool of connections whose clients were created with `pipeline: true`. */
export interface ConnectionSource {
  connect(): Promise<pg.PoolClient>;
  end(): Promise<void>;
}

/**
 * Creates a Kysely dialect for a pool. `createNames` decides which statements of a connection are
 * prepared.
 */
export function createPipelinedDialect(
  pool: ConnectionSource,
  createNames: (client: pg.PoolClient) => Promise<NameStatement> = createStatementNames,
): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => createDriver(pool, createNames),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function createDriver(
  pool: ConnectionSource,
  createNames: (client: pg.PoolClient) => Promise<NameStatement>,
): Driver {
  const connections = new WeakMap<pg.PoolClient, PipelinedConnection>();
  const own = (connection: DatabaseConnection) => {
    if (connection instanceof PipelinedConnection) return connection;
    throw new Error('A connection of another driver.');
  };
  return {
    async init() {},
    async acquireConnection() {
      const client = await pool.connect();
      const known = connections.get(client);
      if (known !== undefined) return known;
      const made = new PipelinedConnection(client, await createNames(client));
      connections.set(client, made);
      return made;
    },
    async beginTransaction(connection, { isolationLevel }) {
      const level = isolationLevel === undefined ? '' : ` isolation level ${isolationLevel}`;
      own(connection).sendPipelined(`begin${level}`);
    },
    commitTransaction: (connection) => own(connection).commit(),
    rollbackTransaction: (connection) => own(connection).rollback(),
    async releaseConnection(connection) {
      own(connection).client.release();
    },
    destroy: () => pool.end(),
  };
}
