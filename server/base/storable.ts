import { isStorable } from '../../src/contract/limits.ts';

/** Replaces characters that the database cannot store. */
export function storable(text: string): string {
  return isStorable(text) ? text : text.replaceAll(/[\0\p{Cs}]/gu, '\ufffd');
}
