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
import { Batch, type KnownColumns, type Statement } from './batch.ts';
import type { Schema } from './schema.ts';
import { createStatementNames, isSingle, type NameStatement } from './statementNames.ts';

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

/** A connection that sends statements together, without waiting for the results of earlier ones. */
class PipelinedConnection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  readonly #nameOf: NameStatement;
  readonly #columns: KnownColumns = new Map();
  /** Statements that are sent with the next one. */
  #waiting: Statement[] = [];
  #state: 'many' | 'one' | 'over' = 'many';
  /** The server has a transaction that is not committed. */
  #isOpen = false;

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
    const { sql: text, parameters: values } = query;
    const statement = { text, values, name: this.#nameOf(text) };
    if (pipelined.has(query)) {
      this.#waiting.push(statement);
      return { rows: [] };
    }
    const { command, rowCount, rows } = await this.#run(statement);
    const isWrite = /^(INSERT|UPDATE|DELETE|MERGE)$/.test(command);
    return { rows, ...(isWrite && { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }

  begin(text: string): void {
    this.#isOpen = false;
    this.#waiting.push(this.#plain(text));
  }

  async commit(): Promise<void> {
    if (this.#state !== 'over') await this.#send([...this.#takeWaiting(), this.#plain('commit')]);
    this.#state = 'many';
    this.#isOpen = false;
  }

  async rollback(): Promise<void> {
    this.#takeWaiting();
    this.#state = 'many';
    if (this.#isOpen) await this.client.query('rollback');
    this.#isOpen = false;
  }

  streamQuery(): never {
    throw new Error('Streams are not used.');
  }

  /** Sends a statement with those that wait for it, and with the commit if it is the only one. */
  async #run(statement: Statement): Promise<pg.QueryResult> {
    const ahead = this.#takeWaiting();
    const isOnly = this.#state === 'one';
    if (isOnly) this.#state = 'over';
    const after = isOnly ? [this.#plain('commit')] : [];
    const result =
      statement.name !== undefined || isSingle(statement.text)
        ? (await this.#send([...ahead, statement, ...after]))[ahead.length]
        : await this.#runScript(statement, ahead, after);
    if (result === undefined) throw new Error('A statement has no result.');
    if (isOnly) this.#isOpen = false;
    return result;
  }

  /** Several statements in one text cannot be prepared, and so not be part of a batch. */
  async #runScript(
    { text, values }: Statement,
    ahead: readonly Statement[],
    after: readonly Statement[],
  ): Promise<pg.QueryResult> {
    const before = this.#send(ahead);
    const answer = this.client.query(text, [...values]);
    const all = await Promise.allSettled([before, answer, this.#send(after)]);
    // The first of several errors caused the others.
    for (const one of all) if (one.status === 'rejected') throw one.reason;
    return answer;
  }

  async #send(statements: readonly Statement[]): Promise<pg.QueryResult[]> {
    if (statements.length === 0) return [];
    this.#isOpen = true;
    try {
      return await this.client.query(new Batch(statements, this.#columns)).results;
    } catch (error) {
      // Its stack is that of the network. This one contains the caller.
      if (error instanceof Error) Error.captureStackTrace(error);
      throw error;
    }
  }

  #takeWaiting(): Statement[] {
    const waiting = this.#waiting;
    this.#waiting = [];
    return waiting;
  }

  #plain(text: string): Statement {
    return { text, values: [], name: this.#nameOf(text) };
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
      own(connection).begin(`begin${level}`);
    },
    commitTransaction: (connection) => own(connection).commit(),
    rollbackTransaction: (connection) => own(connection).rollback(),
    async releaseConnection(connection) {
      own(connection).client.release();
    },
    destroy: () => pool.end(),
  };
}
