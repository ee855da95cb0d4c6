import * as z from 'zod/mini';
import { limits } from '../../src/contract/limits.ts';
import { type SignedValue, signedValues } from '../../src/contract/organization.ts';
import { email, requiredText } from '../../src/contract/text.ts';
import type { AcceptedTicketDraft } from '../../src/contract/ticket.ts';

/** A customer of the account, as the host's backend signed it. */
export interface SignedOrganization {
  id: string;
  name?: string | undefined;
  plan?: string | undefined;
}

/** The details of a visitor that the host's backend signed. */
export interface SignedVisitor {
  userId: string;
  email?: string | undefined;
  name?: string | undefined;
  /** In lower case; the plan of the organization if no tier was signed. */
  tier?: string | undefined;
  organization?: SignedOrganization | undefined;
  roles: readonly string[];
}

/** Database rows have numeric ids as often as text. */
const id = z.pipe(
  z.union([z.string(), z.int()]),
  z.pipe(z.transform(String), requiredText(limits.id)),
);
/** A claim without the expected shape costs that claim and not the visitor. */
const claim = <Schema extends z.ZodMiniType>(schema: Schema) =>
  z.catch(z.optional(schema), undefined);

const Organization = z.object({
  id,
  name: claim(requiredText(limits.name)),
  plan: claim(requiredText(limits.tier)),
});

const Claims = z.object({
  sub: id,
  email: claim(email),
  name: claim(requiredText(limits.name)),
  tier: claim(requiredText(limits.tier)),
  org: claim(
    z.union([
      Organization,
      z.pipe(
        id,
        z.transform((only) => ({ id: only })),
      ),
    ]),
  ),
  roles: z.catch(z.array(z.string()), []),
});

/** Reads the claims of a token whose signature was right; undefined without a usable `sub`. */
export function readClaims(payload: unknown): SignedVisitor | undefined {
  const { data } = z.safeParse(Claims, payload);
  if (data === undefined) return undefined;
  const { sub: userId, org, tier, ...signed } = data;
  const organization: SignedOrganization | undefined = org;
  return { userId, ...signed, tier: (tier ?? organization?.plan)?.toLowerCase(), organization };
}

/** Names of the values that were signed. */
export function namesOfSigned(signed: SignedVisitor | undefined): SignedValue[] {
  return signedValues.filter((name) => signed?.[name] !== undefined);
}

/** A request in which what was signed replaces what the page states. */
export function withSigned(
  draft: AcceptedTicketDraft,
  signed: SignedVisitor | undefined,
): AcceptedTicketDraft {
  if (signed === undefined) return draft;
  const { userId, email, name, tier, organization } = signed;
  return {
    ...draft,
    userId,
    ...(email !== undefined && { email }),
    ...(name !== undefined && { name }),
    ...(tier !== undefined && { customerTier: tier }),
    ...(organization !== undefined && { tenantId: organization.id }),
  };
}
