import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Transaction,
} from 'kysely';
import type pg from 'pg';
import { PipelinedConnection } from './pipelinedConnection.ts';
import type { Schema } from './schema.ts';
import { createStatementNames, type NameStatement } from './statementNames.ts';

/** The connections of open transactions. */
const connections = new WeakMap<Transaction<Schema>, DatabaseConnection>();

async function connectionOf(trx: Transaction<Schema>): Promise<DatabaseConnection> {
  const known = connections.get(trx);
  if (known !== undefined) return known;
  const connection = await trx.getExecutor().provideConnection(async (own) => own);
  connections.set(trx, connection);
  return connection;
}

interface Compilable {
  compile(trx: Transaction<Schema>): CompiledQuery;
}

/**
 * Sends a statement together with the next one of the transaction, or with its commit, so that it
 * needs no round trip. If it fails, the next awaited statement rejects.
 */
export async function sendPipelined(
  trx: Transaction<Schema>,
  statement: Compilable,
): Promise<void> {
  const compiled = statement.compile(trx);
  await sendLate(trx, () => compiled);
}

/** Like `sendPipelined`, for a statement that is created at the moment when it is sent. */
export async function sendLate(
  trx: Transaction<Schema>,
  create: () => CompiledQuery,
): Promise<void> {
  const connection = await connectionOf(trx);
  if (connection instanceof PipelinedConnection) connection.sendWithNext(create);
  else await trx.executeQuery(create());
}

/**
 * Marks the next statement as the only one of the transaction. It is committed in the same round
 * trip.
 */
export async function expectOneStatement(trx: Transaction<Schema>): Promise<void> {
  const connection = await connectionOf(trx);
  if (connection instanceof PipelinedConnection) connection.expectOneStatement();
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
