import { isPicture } from '../contract/limits.ts';
import type { SupportContext } from '../core/context.ts';

/** Where an address in an article leads: pictures lie beside the API, everything else where the knowledge base is. */
export function articleAddress({
  addressOf,
}: Pick<SupportContext, 'addressOf'>): SupportContext['addressOf'] {
  return (url, from) => addressOf(url, isPicture(url) ? undefined : from);
}
