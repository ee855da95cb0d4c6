const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Postgres throws for any other text in a uuid column. */
export function isUuid(value: string): boolean {
  return uuid.test(value);
}
