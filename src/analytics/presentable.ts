import { isRevealing } from '../contract/eventRules.ts';
import { limits } from '../contract/limits.ts';

type Value = string | number | boolean | null;

/** Properties as they may leave the page: without addresses and queries, and as long as the contract allows. */
export function presentable(properties: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, value]) => typeof value !== 'string' || !isRevealing(value))
      .map(([name, value]) => [name, typeof value === 'string' ? cut(value) : value]),
  );
}

/** Never in the middle of a character; without what no database holds. */
function cut(text: string): string {
  return text.slice(0, limits.eventText).replace(/\0|\p{Cs}/gu, '');
}
