import { type RawBuilder, sql } from 'kysely';
import type { InboxSort } from '../../src/contract/inboxFilter.ts';

/** A position in a list: the values of the sort keys. The last is the number of the ticket. */
export type InboxPosition = readonly number[];

/** A sort key. The cursor stores its value as a number. */
interface Key {
  value: RawBuilder<unknown>;
  asNumber: RawBuilder<unknown>;
  fromNumber(value: number): RawBuilder<unknown>;
}

/** Later than any real time. Milliseconds. */
const neverMs = 99_999_999_999_999;

const timeKey = (value: RawBuilder<unknown>): Key => ({
  value,
  asNumber: sql`(extract(epoch from ${value}) * 1000)::bigint`,
  fromNumber: (value) => sql`${new Date(value)}::timestamptz`,
});
const numberKey = (value: RawBuilder<unknown>): Key => ({
  value,
  asNumber: value,
  fromNumber: (value) => sql`${value}::bigint`,
});

const changed = timeKey(sql`tickets.updated_at`);
const due = numberKey(sql`case when tickets.first_response_at is null
  and tickets.response_due_at is not null
  then (extract(epoch from tickets.response_due_at) * 1000)::bigint else ${sql.lit(neverMs)} end`);
const urgency = numberKey(
  sql`array_position(array['low', 'medium', 'high', 'critical'], tickets.priority)`,
);
const place: Key = {
  ...numberKey(sql`tickets.number`),
  fromNumber: (value) => sql`${value}::integer`,
};

const sorts: Readonly<Record<InboxSort, { keys: readonly Key[]; isDescending: boolean }>> = {
  newest: { keys: [changed, place], isDescending: true },
  oldest: { keys: [changed, place], isDescending: false },
  due: { keys: [due, place], isDescending: false },
  priority: { keys: [urgency, changed, place], isDescending: true },
};

/** Returns the `order by` expression of a list. */
export function inOrder(sort: InboxSort): RawBuilder<unknown> {
  const { keys, isDescending } = sorts[sort];
  const direction = sql.raw(isDescending ? 'desc' : 'asc');
  return sql.join(keys.map(({ value }) => sql`${value} ${direction}`));
}

/** Returns an expression for the cursor of a ticket. */
export function cursorOf(sort: InboxSort): RawBuilder<string> {
  return sql<string>`concat_ws('.', ${sql.join(sorts[sort].keys.map(({ asNumber }) => asNumber))})`;
}

/** Returns a condition that is true for tickets after a position. */
export function isAfter(sort: InboxSort, position: InboxPosition): RawBuilder<boolean> {
  const { keys, isDescending } = sorts[sort];
  const values = sql.join(keys.map(({ value }) => value));
  const lastValues = sql.join(keys.map((key, at) => key.fromNumber(position[at] ?? 0)));
  return isDescending
    ? sql<boolean>`(${values}) < (${lastValues})`
    : sql<boolean>`(${values}) > (${lastValues})`;
}

/** Parses a cursor. Returns undefined if it does not belong to this order. */
export function readPosition(sort: InboxSort, cursor: string): InboxPosition | undefined {
  const parts = cursor.split('.');
  const areNumbers = parts.every((part) => /^\d{1,14}$/.test(part));
  const isNumber = Number(parts.at(-1)) < 2 ** 31;
  return areNumbers && isNumber && parts.length === sorts[sort].keys.length
    ? parts.map(Number)
    : undefined;
}
