import * as z from 'zod/mini';
import * as contract from '../../src/contract/index.ts';

/** A JSON Schema of the dialect that OpenAPI 3.1 uses. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const at = '#/components/schemas/';

/** The schemas of replies, each under its name. */
export interface ReplySchemas {
  all: Readonly<Record<string, JsonSchema>>;
  /** The schema of a reply, by reference. */
  refTo(schema: z.ZodMiniType): JsonSchema;
}

/** `replies` by the names that those get which have none in the contract. */
export function createReplySchemas(replies: Readonly<Record<string, z.ZodMiniType>>): ReplySchemas {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...contract, ...replies })) {
    if (schema instanceof z.ZodMiniType && !registry.has(schema)) registry.add(schema, { id });
  }
  const made = z.toJSONSchema(registry, {
    uri: (id) => at + id,
    io: 'output',
    reused: 'ref',
    override,
  });
  const { __shared: shared, ...named } = made.schemas;
  const all = withShared(named, Object(shared).$defs ?? {});
  return {
    all,
    refTo(schema) {
      const id = registry.get(schema)?.id;
      if (id === undefined) throw new Error('This schema has no name.');
      return { $ref: at + id };
    },
  };
}

interface Simplified {
  jsonSchema: { format?: string; pattern?: string; minimum?: number; maximum?: number };
}

/**
 * The format says it in a word; the pattern of a date alone would be a third of the document. The bounds of
 * all whole numbers say nothing.
 */
function override({ jsonSchema }: Simplified): void {
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/**
 * Schemas that are used in several places are referred to, so that what nests deep, as the content of
 * articles does, is described once at each depth. Simple ones are written out; no name is needed for
 * a string.
 */
function withShared(
  named: Readonly<Record<string, JsonSchema>>,
  shared: Readonly<Record<string, JsonSchema>>,
): Record<string, JsonSchema> {
  const names = new Map<string, string>();
  const isSimple = (schema: JsonSchema) => {
    const text = JSON.stringify(schema);
    return text.length < 200 && !text.includes('"properties":');
  };
  const write = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(write);
    if (typeof value !== 'object' || value === null) return value;
    const { $id: _id, $schema: _dialect, ...schema } = Object.fromEntries(Object.entries(value));
    const key = typeof schema.$ref === 'string' ? sharedKey(schema.$ref) : undefined;
    const target = key === undefined ? undefined : shared[key];
    if (key === undefined || target === undefined) {
      return Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, write(part)]));
    }
    if (isSimple(target)) return write(target);
    const name = names.get(key) ?? `Shared${names.size + 1}`;
    names.set(key, name);
    return { $ref: at + name };
  };
  const all: Record<string, JsonSchema> = {};
  for (const [id, schema] of Object.entries(named)) all[id] = Object(write(schema));
  // Grows while it is written: shared schemas refer to others.
  for (const [key, name] of names) all[name] = Object(write(shared[key]));
  return all;
}

function sharedKey(ref: string): string | undefined {
  return /__shared#\/\$defs\/(\w+)$/.exec(ref)?.[1];
}

/** The input schema, before defaults are filled in. */
export function inputSchema(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', override });
  return rest;
}
