import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { smallSchemas } from '../../build/vite.shared.ts';
import * as real from '../../src/contract/index.ts';

/** The contract with the schema library of the browser, built like for browsers. */
const small: typeof real = await (async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    resolve: smallSchemas,
    build: {
      write: false,
      lib: {
        entry: fileURLToPath(new URL('../../src/contract/index.ts', import.meta.url)),
        formats: ['es'],
      },
    },
  });
  const [bundle] = [built].flat();
  const code = bundle && 'output' in bundle ? bundle.output[0].code : '';
  return import(`data:text/javascript;base64,${Buffer.from(code).toString('base64')}`);
})();

/** Texts of which each text schema accepts at least one. */
const texts = [
  ...['words', 'ada@example.com', 'https://example.com/a', '2026-05-04T10:00:00Z', '2026-02-28'],
  ...['42', 'v'.repeat(24), '6f1c1f0e-8a3b-4c1e-9f51-1f7a2c3d4e5f', 'snake_case', 'hubspot'],
];
const numbers = [1, 0, 5, 0.5, 60, 2_000];

/** Returns a value that the schema accepts: with all optional fields, or without them. */
function sample(schema: z.core.$ZodType, isFull: boolean, depth = 0): unknown {
  const { def } = schema._zod;
  const takes = (value: unknown) => z.safeParse(schema, value).success;
  const inner = (of: z.core.$ZodType) => sample(of, isFull, depth + 1);
  if (is('object', def)) {
    const parts = Object.entries(def.shape).map(([key, of]) => [key, inner(of)] as const);
    return Object.fromEntries(parts.filter(([, value]) => value !== undefined));
  }
  if (is('array', def)) {
    const item = depth < 12 ? inner(def.element) : undefined;
    return [[item], [], Array.from({ length: 7 }, () => item)].find(takes);
  }
  if (is('record', def)) return { [String(inner(def.keyType))]: inner(def.valueType) };
  if (is('optional', def) || is('default', def)) return isFull ? inner(def.innerType) : undefined;
  if (is('nullable', def)) return isFull ? inner(def.innerType) : null;
  if (is('readonly', def)) return inner(def.innerType);
  if (is('union', def)) return inner(def.options[isFull ? def.options.length - 1 : 0] ?? schema);
  if (is('tuple', def)) return def.items.map(inner);
  if (is('enum', def)) return Object.values(def.entries)[0];
  if (is('literal', def)) return def.values[0];
  return [...texts, ...numbers, true, null].find(takes);
}

type Defs = {
  [Schema in z.core.$ZodTypes as Schema['_zod']['def']['type']]: Schema['_zod']['def'];
};

function is<Type extends keyof Defs>(type: Type, def: { type: string }): def is Defs[Type] {
  return def.type === type;
}

const strange = [
  ...[undefined, null, '', 'x', 'https://', 'javascript:alert(1)', '2026-02-30T10:00:00Z', '\0'],
  ...['2026-05-04T10:00Z', 'x'.repeat(30_000), 0, -1, 1.5, 2 ** 53, Number.NaN, true, [], [1], {}],
  { type: 'text' },
];

/**
 * Yields the value with each of its parts replaced by each invalid value, or with an unknown key
 * added.
 */
function* damaged(value: unknown): Generator<unknown> {
  yield* strange;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      for (const other of damaged(item)) yield value.with(index, other);
    }
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value, unknown: 1 };
    for (const [key, part] of Object.entries(value)) {
      for (const other of damaged(part)) yield { ...value, [key]: other };
    }
  }
}

const isSchema = (value: unknown): value is z.ZodMiniType =>
  typeof value === 'object' && value !== null && 'safeParse' in value;

/**
 * Returns every schema of a module and of its endpoints by name. A schema with several names has
 * the first one.
 */
function schemasOf(module: object, seen = new Set<z.ZodMiniType>()): Map<string, z.ZodMiniType> {
  const found = new Map<string, z.ZodMiniType>();
  const visit = (name: string, value: unknown, depth: number) => {
    if (isSchema(value)) {
      if (!seen.has(value)) found.set(name, value);
      seen.add(value);
    } else if (typeof value === 'object' && value !== null && depth < 4) {
      for (const [key, inner] of Object.entries(value)) visit(`${name}.${key}`, inner, depth + 1);
    }
  };
  for (const name of Object.keys(module).sort()) visit(name, Reflect.get(module, name), 0);
  return found;
}

describe('the schemas of browsers accept what zod accepts', () => {
  const ours = schemasOf(small);
  const theirs = [...schemasOf(real)];

  it('with a valid value for nearly every one', () => {
    const fits = theirs.filter(([, schema]) => schema.safeParse(sample(schema, true)).success);
    expect(fits.length / theirs.length).toBeGreaterThan(0.95);
    expect([...ours.keys()]).toEqual(theirs.map(([name]) => name));
  });

  it.each(theirs)('%s', (name, schema) => {
    const other = ours.get(name);
    const samples = [true, false].map((isFull) => sample(schema, isFull));
    for (const value of samples) {
      for (const one of [value, ...damaged(value)]) {
        const { success, data } = schema.safeParse(one);
        const judged = other?.safeParse(one);
        if (judged?.success !== success)
          expect({ one, success: judged?.success }).toEqual({ one, success });
        if (success) expect(judged?.data).toEqual(data);
      }
    }
  });
});
