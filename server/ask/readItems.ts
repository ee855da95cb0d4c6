import { createHash } from 'node:crypto';
import * as z from 'zod/mini';

/** An item of a list in a response that has an unknown form. */
export interface UnreadableItem {
  /** Identifies the item: its id, or a digest of its content. */
  key: string;
  /** The name for people, such as `comment 12`. */
  name: string;
  /** The fields that are missing or have an unknown form. */
  fields: readonly string[];
}

export interface ReadItems<T> {
  read: T[];
  unreadable: UnreadableItem[];
}

const WithId = z.object({ id: z.union([z.string(), z.number()]) });

/**
 * Reads the items of a list one by one, so that an item of an unknown form does not hide the others.
 * `kind` names the items in reports.
 */
export function readItems<T>(
  items: readonly unknown[],
  item: z.ZodMiniType<T>,
  kind: string,
): ReadItems<T> {
  const result: ReadItems<T> = { read: [], unreadable: [] };
  for (const one of items) {
    const parsed = z.safeParse(item, one);
    if (parsed.success) result.read.push(parsed.data);
    else result.unreadable.push(unreadableItem(one, parsed.error.issues, kind));
  }
  return result;
}

function unreadableItem(
  item: unknown,
  issues: readonly { path: PropertyKey[] }[],
  kind: string,
): UnreadableItem {
  const fields = [...new Set(issues.map(({ path }) => path.map(String).join('.')))];
  const known = z.safeParse(WithId, item);
  if (known.success) {
    const { id } = known.data;
    return { key: `${kind} ${id}`, name: `${kind} ${id}`, fields };
  }
  const digest = createHash('sha256')
    .update(JSON.stringify(item) ?? '')
    .digest('hex');
  return { key: `${kind} ${digest}`, name: `a ${kind} without an id`, fields };
}
