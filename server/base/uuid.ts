const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Postgres throws for anything else where it wants a uuid. */
export function isUuid(value: string): boolean {
  return uuid.test(value);
}
