import * as z from 'zod/mini';
import * as contract from '../../src/contract/index.ts';

/** A JSON Schema in the dialect of OpenAPI 3.1. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const at = '#/components/schemas/';

/** Named schemas of replies. */
export interface ReplySchemas {
  all: Readonly<Record<string, JsonSchema>>;
  /** Returns a reference to the schema of a reply. */
  refTo(schema: z.ZodMiniType): JsonSchema;
}

/** `replies`: the names for replies that have no name in the contract. */
export function createReplySchemas(replies: Readonly<Record<string, z.ZodMiniType>>): ReplySchemas {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries({ ...contract, ...replies })) {
    if (schema instanceof z.ZodMiniType && !registry.has(schema)) registry.add(schema, { id });
  }
  const made = z.toJSONSchema(registry, {
    uri: (id) => at + id,
    io: 'output',
    reused: 'ref',
    override: (made) => {
      override(made);
      openToMoreFields(made);
    },
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
  jsonSchema: {
    format?: string;
    pattern?: string;
    minimum?: number;
    maximum?: number;
    readOnly?: boolean;
    additionalProperties?: unknown;
  };
}

/**
 * Omits the pattern of a schema that has a format, as the patterns of dates alone would be a third of the
 * document. Omits the bounds that every safe integer has. Omits `readOnly`, which in OpenAPI means that a request
 * must not contain the value.
 */
function override({ jsonSchema }: Simplified): void {
  delete jsonSchema.readOnly;
  if (['date-time', 'date', 'uuid'].includes(jsonSchema.format ?? '')) delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

/** A reply can get more fields in a later version, which generated clients must not reject. */
function openToMoreFields({ jsonSchema }: Simplified): void {
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}

/**
 * Moves schemas that are used in several places to references. So deeply nested content, such as
 * that of articles, is described once per depth. Simple schemas such as strings are written inline.
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
  // The map grows during the loop, because shared schemas refer to others.
  for (const [key, name] of names) all[name] = Object(write(shared[key]));
  return all;
}

function sharedKey(ref: string): string | undefined {
  return /__shared#\/\$defs\/(\w+)$/.exec(ref)?.[1];
}

/** Returns the input schema, in which fields with defaults are optional. */
export function inputSchema(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input', override });
  return rest;
}
