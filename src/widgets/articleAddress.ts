import { isPicture } from '../contract/limits.ts';
import type { SupportContext } from '../core/context.ts';

/**
 * Resolves an address in an article. Pictures are relative to the API, everything else to the
 * knowledge base.
 */
export function articleAddress({
  addressOf,
}: Pick<SupportContext, 'addressOf'>): SupportContext['addressOf'] {
  return (url, from) => addressOf(url, isPicture(url) ? undefined : from);
}
