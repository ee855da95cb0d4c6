import { kind, type Schema } from './schema.ts';

const isDay = /^\d{4}-\d\d-\d\d$/;
const isMoment =
  /^\d{4}-\d\d-\d\dT([01]\d|2[0-3])(:[0-5]\d){2}(\.\d+)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** A calendar day, such as `2026-12-25`. */
/*#__NO_SIDE_EFFECTS__*/
export const date = (): Schema => kind((value) => isReal(value, isDay));

/** A point in time, with `Z` or an offset. */
/*#__NO_SIDE_EFFECTS__*/
export const datetime = (): Schema => kind((value) => isReal(value, isMoment));

/**
 * Checks the format, and rejects days that do not exist, such as the 31st of June, which `Date`
 * would accept.
 */
function isReal(value: unknown, form: RegExp): boolean {
  if (typeof value !== 'string' || !form.test(value)) return false;
  const day = value.slice(0, 10);
  const found = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(found.getTime()) && found.toISOString().startsWith(day);
}
