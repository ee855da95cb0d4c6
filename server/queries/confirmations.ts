import type { Transaction } from 'kysely';
import type { Schema } from '../db/schema.ts';
import { type Allowance, takeAllowance } from './allowances.ts';

interface Recipient {
  tenantId: string;
  email: string;
  /** Of the visitor; undefined when it is not known, null for a request that came by mail. */
  network: string | null | undefined;
}

const perNetwork = { kind: 'confirmation network', limit: 20, windowHours: 1 };
/** Of all networks that are not known together. */
const perUnknownNetwork = { ...perNetwork, limit: 200 };
const perRecipient = { kind: 'confirmation recipient', limit: 3, windowHours: 24 };

/**
 * Whether one more confirmation goes to an address that nothing vouches for: anybody can name it. The
 * network is asked first, so that who floods it cannot use up what others' addresses are allowed.
 */
export async function takeConfirmation(
  trx: Transaction<Schema>,
  { tenantId, email, network }: Recipient,
): Promise<boolean> {
  const wanted: Allowance[] = [{ ...perRecipient, subject: email.toLowerCase() }];
  if (network === undefined) wanted.unshift({ ...perUnknownNetwork, subject: 'unknown' });
  else if (network !== null) wanted.unshift({ ...perNetwork, subject: network });
  for (const one of wanted) {
    if (!(await takeAllowance(trx, tenantId, one))) return false;
  }
  return true;
}
