import { isStorable } from '../../src/contract/limits.ts';
import type { SignedVisitor } from './signedVisitor.ts';

/** The signed values of a visitor that the audience of an article is compared with. */
export interface Reader {
  /** In lower case. */
  plans: readonly string[];
  roles: readonly string[];
}

/** Returns undefined for a visitor without a verified identity. */
export function readerOf(signed: SignedVisitor | undefined): Reader | undefined {
  if (signed === undefined) return undefined;
  const { tier, organization, roles } = signed;
  const plans = [tier, organization?.plan].flatMap((plan) => plan?.toLowerCase() ?? []);
  return { plans: [...new Set(plans)], roles: roles.filter(isStorable) };
}
