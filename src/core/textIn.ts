import { explain } from './explain.ts';

/**
 * Matches the path of a value, and the text that pages print for a missing value. All visitors would
 * share an id such as "null", but a person can have that name.
 */
const unknown =
  /\n(undefined|NaN|-?Infinity|Invalid date.*|\[object .+])$|\.id\n(null|none|\{\{.*)$/i;

/**
 * Returns a value of the page as text. Numbers, dates and ids of other types (such as a database's
 * ObjectId) are converted. Null, undefined, false and blank text count as missing. A value that
 * cannot be converted, was printed before it was known, or is not accepted, is reported once in the
 * console by its `path`. Never throws.
 */
export function textIn(
  path: string,
  value: unknown,
  isAccepted: (text: string) => boolean = Boolean,
): string | undefined {
  const text = printed(value ?? '')
    ?.replace(/\p{Cs}/gu, '\ufffd')
    .trim();
  if (text === '' || value === false) return undefined;
  if (text && !unknown.test(`${path}\n${text}`) && isAccepted(text)) return text;
  explain(({ noText }) => noText(path, value));
  return undefined;
}

/** Seconds since 1970 from the year 2001 on, and the start of milliseconds: 1973. */
const firstSecond = 1e9;
const firstMillisecond = 1e11;

/**
 * Returns a date as ISO 8601, also from a time in seconds or milliseconds. Other text does not
 * change.
 */
export function momentIn(path: string, value: unknown): string | undefined {
  const text = textIn(path, value);
  const time = Number(text);
  // Zero is the stored value for "never".
  if (!(time >= firstSecond)) return time === 0 ? undefined : text;
  return textIn(path, new Date(time < firstMillisecond ? time * 1_000 : time));
}

/** Returns the text that a value prints for itself. Undefined or null if it has none. */
function printed(value: unknown): string | null | undefined {
  try {
    const members = Object(value);
    if (members.toISOString) return members.toISOString();
    const isPrinted = /str|num|big|obj/.test(typeof value) && !Array.isArray(value);
    return isPrinted ? String(value) : undefined;
  } catch {
    return undefined;
  }
}
