import * as z from 'zod/mini';

/** The part of OpenAPI 3.1 that our document uses. Unknown names are rejected. */
const SchemaObject = z.record(z.string(), z.unknown());
const Content = z.record(
  z.string().check(z.regex(/^\w+\/[\w-]+$/)),
  z.strictObject({ schema: z.optional(SchemaObject) }),
);
const Parameter = z.strictObject({
  name: z.string().check(z.minLength(1)),
  in: z.enum(['path', 'query', 'header', 'cookie']),
  required: z.boolean(),
  schema: SchemaObject,
});
const Response = z.strictObject({ description: z.string(), content: z.optional(Content) });
const Operation = z.strictObject({
  operationId: z.string().check(z.minLength(1)),
  summary: z.string().check(z.minLength(1)),
  tags: z.array(z.string()),
  security: z.array(z.record(z.string(), z.array(z.string()))),
  parameters: z.optional(z.array(Parameter)),
  requestBody: z.optional(
    z.strictObject({
      description: z.optional(z.string()),
      required: z.boolean(),
      content: Content,
    }),
  ),
  responses: z.record(
    z.string().check(z.regex(/^([1-5]\d\d|default)$/)),
    z.union([Response, z.strictObject({ $ref: z.string() })]),
  ),
});
export type Operation = z.infer<typeof Operation>;

const SecurityScheme = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('http'),
    scheme: z.literal('bearer'),
    description: z.string(),
  }),
  z.strictObject({
    type: z.literal('apiKey'),
    in: z.literal('header'),
    name: z.string(),
    description: z.string(),
  }),
]);

export const OpenApi = z.strictObject({
  openapi: z.string().check(z.regex(/^3\.1\.\d+$/)),
  info: z.strictObject({
    title: z.string(),
    version: z.string(),
    description: z.string(),
    license: z.strictObject({ name: z.string(), identifier: z.string() }),
  }),
  servers: z.array(z.strictObject({ url: z.string(), description: z.string() })),
  paths: z.record(
    z.string().check(z.regex(/^\/[\w{}/.-]+$/)),
    z.partialRecord(z.enum(['get', 'post', 'put', 'patch', 'delete']), Operation),
  ),
  components: z.strictObject({
    schemas: z.record(z.string().check(z.regex(/^[\w.-]+$/)), SchemaObject),
    responses: z.record(z.string(), Response),
    securitySchemes: z.record(z.string(), SecurityScheme),
  }),
});
export type OpenApi = z.infer<typeof OpenApi>;
