import { explain } from './explain.ts';

/**
 * Returns a value of the page as text. Numbers and ids of other types (such as a database's
 * ObjectId) are converted. Null, undefined, false, blank text and NaN count as missing. A value
 * that cannot be converted is reported once in the console by its `path`.
 */
export function textIn(path: string, value: unknown): string | undefined {
  if (value === null || value === undefined || value === false) return undefined;
  const text = typeof value === 'object' ? printed(value) : plain(value);
  if (text === undefined) explain(({ noText }) => noText(path, value));
  return text?.trim() || undefined;
}

/**
 * Like `textIn`, for ids. The texts that templates print for a missing value count as missing too.
 */
export function idIn(path: string, value: unknown): string | undefined {
  const text = textIn(path, value);
  if (!text || !/^(undefined|null|\[object \w+\])$/.test(text)) return text;
  explain(({ noId }) => noId(path, text));
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
  if (value === 0) return undefined; // the stored value for "never"
  if (typeof value !== 'number' || value < firstSecond) return textIn(path, value);
  return textIn(path, new Date(value < firstMillisecond ? value * 1_000 : value));
}

function plain(value: unknown): string | undefined {
  if (Number.isNaN(value)) return '';
  return /string|number|bigint/.test(typeof value) ? String(value) : undefined;
}

/** Returns the text that an object prints for itself, or undefined if it has none of its own. */
function printed(value: object): string | undefined {
  if (Object.prototype.toString.call(value) === '[object Date]') {
    const time = Number(value);
    return Number.isNaN(time) ? '' : new Date(time).toISOString();
  }
  const print: unknown = Reflect.get(value, 'toString');
  const hasWords = typeof print === 'function' && print !== Object.prototype.toString;
  return hasWords && !Array.isArray(value) ? String(value) : undefined;
}
