import * as z from 'zod/mini';

/**
 * Values of a request that the host's backend may have signed, in addition to the visitor's
 * identity.
 */
export const signedValues = ['email', 'name', 'organization', 'tier'] as const;
export type SignedValue = (typeof signedValues)[number];

/** A customer of the account. */
export const Organization = z.object({
  id: z.string(),
  name: z.nullable(z.string()),
  plan: z.nullable(z.string()),
});
export type Organization = z.infer<typeof Organization>;
