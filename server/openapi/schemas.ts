import * as z from 'zod/mini';
import * as contract from '../../src/contract/index.ts';

/** A JSON Schema of the dialect that OpenAPI 3.1 uses. */
export type JsonSchema = Readonly<Record<string, unknown>>;

const at = '#/components/schemas/';

/** What replies are made of, each schema of the contract under its name. */
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
  const { schemas } = z.toJSONSchema(registry, { uri: (id) => at + id, io: 'output' });
  const all = Object.entries(schemas).map(([id, { $id: _id, $schema: _dialect, ...schema }]) => [
    id,
    schema,
  ]);
  return {
    all: Object.fromEntries(all),
    refTo(schema) {
      const id = registry.get(schema)?.id;
      if (id === undefined) throw new Error('This schema has no name.');
      return { $ref: at + id };
    },
  };
}

/** What is sent, before defaults are filled in. */
export function inputSchema(schema: z.ZodMiniType): JsonSchema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return rest;
}
