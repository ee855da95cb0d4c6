import * as z from 'zod/mini';
import { limits } from '../../src/contract/limits.ts';
import { type SignedValue, signedValues } from '../../src/contract/organization.ts';
import { email, requiredText } from '../../src/contract/text.ts';
import type { AcceptedTicketDraft } from '../../src/contract/ticket.ts';

/** The visitor's organization (a customer of the account), as the host's backend signed it. */
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
  /** In lower case. The plan of the organization if no tier was signed. */
  tier?: string | undefined;
  organization?: SignedOrganization | undefined;
  roles: readonly string[];
}

/** Ids of database rows are numbers as often as texts. */
const id = z.pipe(
  z.union([z.string(), z.int()]),
  z.pipe(z.transform(String), requiredText(limits.id)),
);
/** An invalid claim is ignored without rejecting the visitor. */
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

/** Reads the claims of a verified token. Returns undefined if it has no usable `sub`. */
export function readClaims(payload: unknown): SignedVisitor | undefined {
  const { data } = z.safeParse(Claims, payload);
  if (data === undefined) return undefined;
  const { sub: userId, org, tier, ...signed } = data;
  const organization: SignedOrganization | undefined = org;
  return { userId, ...signed, tier: (tier ?? organization?.plan)?.toLowerCase(), organization };
}

/** Returns the names of the signed values. */
export function namesOfSigned(signed: SignedVisitor | undefined): SignedValue[] {
  return signedValues.filter((name) => signed?.[name] !== undefined);
}

/** Returns a request in which signed values replace those of the page. */
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
