import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely';
import type pg from 'pg';
import { Batch, type ColumnCache, type Statement } from './batch.ts';
import { isSingle, type NameStatement } from './statementNames.ts';

/** A connection that sends statements together, without waiting for the results of earlier ones. */
export class PipelinedConnection implements DatabaseConnection {
  readonly client: pg.PoolClient;
  readonly #nameOf: NameStatement;
  readonly #columns: ColumnCache = new Map();
  /** Statements that are sent with the next one, and created then. */
  #waiting: (() => Statement)[] = [];
  #state: 'many' | 'one' | 'over' = 'many';
  /** The server has a transaction that is not committed. */
  #isOpen = false;

  constructor(client: pg.PoolClient, nameOf: NameStatement) {
    this.client = client;
    this.#nameOf = nameOf;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    this.#checkIsNotOver();
    const { command, rowCount, rows } = await this.#run(this.#statementOf(query));
    const isWrite = /^(INSERT|UPDATE|DELETE|MERGE)$/.test(command);
    return { rows, ...(isWrite && { numAffectedRows: BigInt(rowCount ?? 0) }) };
  }

  /** Sends a statement with the next one. `create` is called at that moment. */
  sendWithNext(create: () => CompiledQuery): void {
    this.#checkIsNotOver();
    this.#waiting.push(() => this.#statementOf(create()));
  }

  expectOneStatement(): void {
    this.#state = 'one';
  }

  begin(text: string): void {
    this.#isOpen = false;
    this.#waiting.push(() => this.#plain(text));
  }

  async commit(): Promise<void> {
    if (this.#state !== 'over') await this.#send([...this.#takeWaiting(), this.#plain('commit')]);
    this.#state = 'many';
    this.#isOpen = false;
  }

  async rollback(): Promise<void> {
    this.#waiting = [];
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
    const result = this.client.query(text, [...values]);
    const all = await Promise.allSettled([before, result, this.#send(after)]);
    // The first of several errors caused the others.
    for (const one of all) if (one.status === 'rejected') throw one.reason;
    return result;
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
    return waiting.map((create) => create());
  }

  #checkIsNotOver(): void {
    if (this.#state === 'over') throw new Error('This transaction was to have one statement.');
  }

  #statementOf({ sql: text, parameters: values }: CompiledQuery): Statement {
    return { text, values, name: this.#nameOf(text) };
  }

  #plain(text: string): Statement {
    return { text, values: [], name: this.#nameOf(text) };
  }
}
