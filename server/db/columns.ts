import type { ColumnType } from 'kysely';

/** Read as parsed JSON, written as its text. */
export type Json<T> = ColumnType<T, string, string>;
/** Filled by the database from the settings of the transaction; code cannot name another. */
export type FromScope = ColumnType<string, never, never>;
export type Instant = ColumnType<Date, Date | undefined, Date>;
