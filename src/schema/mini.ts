/**
 * The part of `zod/mini` that the contract uses, in a tenth of its bytes. The browser builds
 * replace the library with it; the server uses the library. A test verifies that both accept the
 * same values.
 */
import { type Check, kind, Misfit, Overwrite, Schema } from './schema.ts';

export * as iso from './iso.ts';

/*#__NO_SIDE_EFFECTS__*/
export const string = () => kind((value) => typeof value === 'string');
/*#__NO_SIDE_EFFECTS__*/
export const boolean = () => kind((value) => typeof value === 'boolean');
/*#__NO_SIDE_EFFECTS__*/
export const number = () => kind(Number.isFinite);
/*#__NO_SIDE_EFFECTS__*/
export const int = () => kind(Number.isSafeInteger);
/*#__NO_SIDE_EFFECTS__*/
export const unknown = () => kind(() => true);
/*#__NO_SIDE_EFFECTS__*/
export const literal = (only: unknown) => kind((value) => value === only);
/*#__NO_SIDE_EFFECTS__*/
const instance = (of: abstract new (...given: never[]) => unknown) =>
  kind((value) => value instanceof of);
/*#__NO_SIDE_EFFECTS__*/
const nothing = () => literal(null);
/*#__NO_SIDE_EFFECTS__*/
export const guid = () =>
  string().check(regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i));
/*#__NO_SIDE_EFFECTS__*/
const oneOf = (options: readonly unknown[]) =>
  new Schema((value) => (options.includes(value) ? value : new Misfit()), { options });

/*#__NO_SIDE_EFFECTS__*/
export function optional(inner: Schema): Schema {
  return new Schema((value) => (value === undefined ? undefined : inner.read(value)));
}

/*#__NO_SIDE_EFFECTS__*/
export function nullable(inner: Schema): Schema {
  return new Schema((value) => (value === null ? null : inner.read(value)));
}

/*#__NO_SIDE_EFFECTS__*/
export function _default(inner: Schema, instead: unknown): Schema {
  return new Schema((value) => (value === undefined ? instead : inner.read(value)));
}

/*#__NO_SIDE_EFFECTS__*/
export function readonly(inner: Schema): Schema {
  return new Schema((value) => {
    const found = inner.read(value);
    return found instanceof Misfit ? found : Object.freeze(found);
  });
}

/*#__NO_SIDE_EFFECTS__*/
export function array(item: Schema): Schema {
  return new Schema((value) => {
    if (!Array.isArray(value)) return new Misfit();
    const found: unknown[] = [];
    for (const one of value) {
      const read = item.read(one);
      if (read instanceof Misfit) return read.under(found.length);
      found.push(read);
    }
    return found;
  });
}

/*#__NO_SIDE_EFFECTS__*/
export function tuple(items: readonly Schema[]): Schema {
  return new Schema((value) => {
    if (!Array.isArray(value) || value.length !== items.length) return new Misfit();
    const found: unknown[] = [];
    for (const item of items) {
      const read = item.read(value[found.length]);
      if (read instanceof Misfit) return read.under(found.length);
      found.push(read);
    }
    return found;
  });
}

/** Omits keys that the shape does not have. */
/*#__NO_SIDE_EFFECTS__*/
export function object(shape: Readonly<Record<string, Schema>>): Schema {
  const read = (value: unknown) => {
    if (!isRecord(value)) return new Misfit();
    const found: Record<string, unknown> = {};
    for (const [key, inner] of Object.entries(shape)) {
      const one = inner.read(value[key]);
      if (one instanceof Misfit) return one.under(key);
      if (one !== undefined || key in value) found[key] = one;
    }
    return found;
  };
  return new Schema(read, { shape });
}

/*#__NO_SIDE_EFFECTS__*/
export const extend = (base: Schema, more: Readonly<Record<string, Schema>>) =>
  object({ ...base.shape, ...more });

/** Rejects unknown keys. */
/*#__NO_SIDE_EFFECTS__*/
export function strictObject(shape: Readonly<Record<string, Schema>>): Schema {
  const inner = object(shape);
  const isNamed = (value: unknown) =>
    !isRecord(value) || Object.keys(value).every((key) => Object.hasOwn(shape, key));
  return new Schema((value) => (isNamed(value) ? inner.read(value) : new Misfit()), { shape });
}

/*#__NO_SIDE_EFFECTS__*/
export const partial = ({ shape }: Schema) =>
  object(Object.fromEntries(Object.entries(shape).map(([key, inner]) => [key, optional(inner)])));

/*#__NO_SIDE_EFFECTS__*/
export const pick = ({ shape }: Schema, names: Record<string, true>) =>
  object(Object.fromEntries(Object.entries(shape).filter(([key]) => names[key])));

/*#__NO_SIDE_EFFECTS__*/
export const omit = ({ shape }: Schema, names: Record<string, true>) =>
  object(Object.fromEntries(Object.entries(shape).filter(([key]) => !names[key])));

/*#__NO_SIDE_EFFECTS__*/
export function record(name: Schema, item: Schema): Schema {
  return new Schema((value) => {
    if (!isRecord(value)) return new Misfit();
    const found: Record<string, unknown> = {};
    // Every key of an enumeration is required.
    for (const key of new Set([...name.options.map(String), ...Object.keys(value)])) {
      const read = name.read(key) instanceof Misfit ? new Misfit() : item.read(value[key]);
      if (read instanceof Misfit) return read.under(key);
      if (key !== '__proto__') found[key] = read;
    }
    return found;
  });
}

/** Uses the first matching schema. */
/*#__NO_SIDE_EFFECTS__*/
export function union(members: readonly Schema[]): Schema {
  return new Schema((value) => {
    for (const member of members) {
      const found = member.read(value);
      if (!(found instanceof Misfit)) return found;
    }
    return new Misfit();
  });
}

/*#__NO_SIDE_EFFECTS__*/
export const discriminatedUnion = (_key: string, members: readonly Schema[]) => union(members);

interface Sized {
  length: number;
}
/*#__NO_SIDE_EFFECTS__*/
export const refine = (fits: Check): Check => fits;
/*#__NO_SIDE_EFFECTS__*/
export const overwrite = (write: (value: never) => unknown) => new Overwrite(write);
/*#__NO_SIDE_EFFECTS__*/
export const regex =
  (pattern: RegExp): Check =>
  (value: string) =>
    pattern.test(value);
/*#__NO_SIDE_EFFECTS__*/
export const gte =
  (least: number): Check =>
  (value: number) =>
    value >= least;
/*#__NO_SIDE_EFFECTS__*/
export const lte =
  (max: number): Check =>
  (value: number) =>
    value <= max;
/*#__NO_SIDE_EFFECTS__*/
export const minLength =
  (least: number): Check =>
  (value: Sized) =>
    value.length >= least;
/*#__NO_SIDE_EFFECTS__*/
export const maxLength =
  (max: number): Check =>
  (value: Sized) =>
    value.length <= max;
/*#__NO_SIDE_EFFECTS__*/
const exactLength =
  (only: number): Check =>
  (value: Sized) =>
    value.length === only;

export { exactLength as length, instance as instanceof, nothing as null, oneOf as enum };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
