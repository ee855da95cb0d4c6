/** A value that does not fit its schema, with its path. */
export class Misfit {
  readonly path: readonly (string | number)[];

  constructor(path: readonly (string | number)[] = []) {
    this.path = path;
  }

  /** Returns the same error for the value that contains it under `key`. */
  under(key: string | number): Misfit {
    return new Misfit([key, ...this.path]);
  }
}

export type Check = (value: never) => boolean;

/** A check that changes the value instead of rejecting it. */
export class Overwrite {
  readonly write: (value: never) => unknown;

  constructor(write: (value: never) => unknown) {
    this.write = write;
  }
}

type Outcome =
  | { success: true; data: unknown; error?: undefined }
  | { success: false; data?: undefined; error: Error };

/** Parses a value to a valid copy, or to the `Misfit`. The interface is that of `zod/mini`. */
export class Schema {
  readonly read: (value: unknown) => unknown;
  readonly shape: Readonly<Record<string, Schema>>;
  readonly options: readonly unknown[];

  constructor(
    read: (value: unknown) => unknown,
    { shape = {}, options = [] }: Partial<Pick<Schema, 'shape' | 'options'>> = {},
  ) {
    this.read = read;
    this.shape = shape;
    this.options = options;
  }

  check(...checks: readonly (Check | Overwrite)[]): Schema {
    const { read, shape, options } = this;
    const strict = (value: unknown) => {
      let found = read(value);
      if (found instanceof Misfit) return found;
      for (const check of checks) {
        if (check instanceof Overwrite) found = Reflect.apply(check.write, null, [found]);
        else if (!Reflect.apply(check, null, [found])) return new Misfit();
      }
      return found;
    };
    return new Schema(strict, { shape, options });
  }

  safeParse(value: unknown): Outcome {
    const found = this.read(value);
    return found instanceof Misfit
      ? { success: false, error: new TypeError(`Wrong value at "${found.path.join('.')}".`) }
      : { success: true, data: found };
  }

  /** @throws TypeError if the value does not match */
  parse(value: unknown): unknown {
    const { success, data, error } = this.safeParse(value);
    if (!success) throw error;
    return data;
  }
}

/** Returns the schema of values for which `fits` returns true. */
export function kind(fits: (value: unknown) => boolean): Schema {
  return new Schema((value) => (fits(value) ? value : new Misfit()));
}
