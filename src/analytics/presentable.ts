import { isRevealing } from '../contract/eventRules.ts';
import { limits } from '../contract/limits.ts';

type Value = string | number | boolean | null;

/**
 * Returns properties that may leave the page: without addresses and queries, and truncated to the
 * limits of the contract.
 */
export function presentable(properties: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) => typeof value !== 'string' || !isRevealing(value))
      .map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]),
  );
}

/** Truncates without splitting a character, and removes characters that no database can store. */
function cut(text: string): string {
  return text.slice(0, limits.eventText).replace(/\0|\p{Cs}/gu, '');
}
