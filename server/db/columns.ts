import type { ColumnType } from 'kysely';

/** A column that is read as parsed JSON and written as text. */
export type Json<T> = ColumnType<T, string, string>;
/**
 * The database fills this column from the settings of the transaction. Code cannot set another
 * value.
 */
export type FromScope = ColumnType<string, never, never>;
export type Instant = ColumnType<Date, Date | undefined, Date>;
