import pg from 'pg';

/** One statement, without other statements in its text. */
export interface Statement {
  text: string;
  values: readonly unknown[];
  /** The name under which it is prepared. Default: it is not prepared. */
  name?: string | undefined;
}

/** The columns of a statement, as the server describes them. */
type Columns = object;

/** The columns of the prepared statements of a connection; null for a statement without rows. */
export type ColumnCache = Map<string, Columns | null>;

/** The part of a connection of `pg` that its queries use, and that its types do not declare. */
interface Wire {
  stream: { cork?(): void; uncork?(): void };
  parsedStatements: Record<string, string>;
  submittedNamedStatements: Record<string, string>;
  parse(message: object): void;
  bind(message: object): void;
  describe(message: object): void;
  execute(message: object): void;
  close(message: object): void;
  sync(): void;
}

/** The part of a query of `pg` that its clients use, and that its types do not declare. */
interface WireQuery {
  submit(wire: Wire): Error | null;
  handleRowDescription(columns: Columns): void;
  handleDataRow(row: object): void;
  handleCommandComplete(message: object, wire: Wire): void;
  handleReadyForQuery(wire: Wire): void;
}

const isWire = (connection: object): connection is Wire =>
  'submittedNamedStatements' in connection && 'parsedStatements' in connection;
const isWireQuery = (query: object): query is WireQuery =>
  'handleRowDescription' in query && 'handleCommandComplete' in query;

const unknownVersion = 'This version of the package pg cannot send several statements together.';

interface Part {
  statement: Statement;
  query: WireQuery;
  isDescribed: boolean;
  columns: Columns | null;
}

/**
 * Several statements that are sent together and end with one `Sync`. The server answers them
 * together, and skips those after one that fails. It describes a prepared statement only once.
 */
export class Batch extends pg.Query {
  /** The results in the order of the statements. Rejects with the first error. */
  readonly results: Promise<pg.QueryResult[]>;
  /** Name and text of the statement whose answer arrives, which the client reads. */
  name: string | undefined;
  text: string | undefined;
  readonly #parts: Part[];
  readonly #known: ColumnCache;
  readonly #received: pg.QueryResult[] = [];
  #current = 0;
  #failure: Error | undefined;
  #resolve: (results: pg.QueryResult[]) => void = () => {};
  #reject: (cause: unknown) => void = () => {};

  constructor(statements: readonly Statement[], known: ColumnCache) {
    super('');
    this.#known = known;
    this.#parts = statements.map((statement) => this.#createPart(statement));
    this.#expect(0);
    this.results = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
  }

  #createPart(statement: Statement): Part {
    const { text, values, name } = statement;
    const named = name === undefined ? {} : { name };
    const config = { text, values: [...values], ...named, queryMode: 'extended' };
    const query: object = new pg.Query(config, (error, result) => {
      if (error) this.#failure ??= error;
      else this.#received.push(result);
    });
    if (!isWireQuery(query)) throw new Error(unknownVersion);
    const columns = name === undefined ? undefined : this.#known.get(name);
    return { statement, query, isDescribed: columns === undefined, columns: columns ?? null };
  }

  #expect(index: number): void {
    this.#current = index;
    const next = this.#parts[index]?.statement;
    this.name = next?.name;
    this.text = next?.text;
  }

  // pg declares it as a property.
  override submit = (connection: pg.Connection): Error | null => {
    if (!isWire(connection)) return new Error(unknownVersion);
    const { stream } = connection;
    stream.cork?.();
    try {
      for (const part of this.#parts) {
        this.#failure ??= part.query.submit(withoutSync(connection, part.isDescribed)) ?? undefined;
        if (this.#failure !== undefined) break;
        if (part.columns !== null) part.query.handleRowDescription(part.columns);
      }
    } finally {
      connection.sync();
      stream.uncork?.();
    }
    return null;
  };

  handleRowDescription(columns: Columns): void {
    const part = this.#parts[this.#current];
    if (part !== undefined) part.columns = columns;
    part?.query.handleRowDescription(columns);
  }

  handleDataRow(row: object): void {
    this.#parts[this.#current]?.query.handleDataRow(row);
  }

  handleCommandComplete(message: object, wire: Wire): void {
    const part = this.#parts[this.#current];
    if (part === undefined) return;
    const { name } = part.statement;
    if (name !== undefined && part.isDescribed) this.#known.set(name, part.columns);
    part.query.handleCommandComplete(message, wire);
    part.query.handleReadyForQuery(wire);
    this.#expect(this.#current + 1);
  }

  handleReadyForQuery(): void {
    if (this.#failure === undefined) this.#resolve(this.#received);
    else this.#reject(this.#failure);
  }

  handleError(error: Error, connection: Wire): void {
    // The server has not parsed the statements that it skips.
    for (const { statement } of this.#parts.slice(this.#current)) {
      if (statement.name !== undefined) delete connection.submittedNamedStatements[statement.name];
    }
    this.#reject(error);
  }
}

/** Returns a connection for one statement of a batch, which does not end with it. */
function withoutSync(wire: Wire, isDescribed: boolean): Wire {
  return {
    stream: wire.stream,
    parsedStatements: wire.parsedStatements,
    submittedNamedStatements: wire.submittedNamedStatements,
    parse: (message) => wire.parse(message),
    bind: (message) => wire.bind(message),
    describe: (message) => isDescribed && wire.describe(message),
    execute: (message) => wire.execute(message),
    close: (message) => wire.close(message),
    sync() {},
  };
}
