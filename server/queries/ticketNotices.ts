import type { Transaction } from 'kysely';
import { canonicalAddress } from '../base/canonicalAddress.ts';
import type { Schema } from '../db/schema.ts';
import { type Allowance, takeAllowances } from './allowances.ts';

/** A visitor that nothing vouches for. */
interface UnverifiedVisitor {
  tenantId: string;
  email: string;
  /** Undefined when it is not known, null for a request that came by mail. */
  network: string | null | undefined;
  /** False: no confirmation is wanted. */
  isConfirmable: boolean;
}

export interface TicketNotices {
  /** A mail confirms the request to the customer. */
  isConfirmed: boolean;
  /** The team is notified by mail and chat. The request is in their inbox in any case. */
  isNoticed: boolean;
}

/** Shared by all unknown networks. */
const unknownNetwork = 'unknown';
const unknownFactor = 10;
const unlimited = 1_000_000;
const confirmationsPerNetwork = { kind: 'confirmation network', limit: 20, windowHours: 1 };
const noticesPerNetwork = { kind: 'notice network', limit: 60, windowHours: 1 };
const confirmationsPerRecipient = { kind: 'confirmation recipient', limit: 3, windowHours: 24 };

/**
 * Decides who is notified of a request of an unverified visitor: anyone can name any address. The
 * network is asked before the address, so that who floods it cannot use up what others' addresses are
 * allowed.
 */
export async function takeTicketNotices(
  trx: Transaction<Schema>,
  { tenantId, email, network, isConfirmable }: UnverifiedVisitor,
): Promise<TicketNotices> {
  const recipient = { ...confirmationsPerRecipient, subject: canonicalAddress(email) };
  const taken = await takeAllowances(trx, tenantId, [
    ...(isConfirmable
      ? [
          ofNetwork(confirmationsPerNetwork, network),
          { ...recipient, after: confirmationsPerNetwork.kind },
        ]
      : []),
    ofNetwork(noticesPerNetwork, network),
  ]);
  return {
    isConfirmed: taken.has(recipient.kind),
    isNoticed: taken.has(noticesPerNetwork.kind),
  };
}

function ofNetwork(
  allowance: Omit<Allowance, 'subject'>,
  network: string | null | undefined,
): Allowance {
  // Mails have limits of their own, by sender.
  if (network === null) return { ...allowance, subject: 'mail', limit: unlimited };
  if (network !== undefined) return { ...allowance, subject: network };
  return { ...allowance, subject: unknownNetwork, limit: unknownFactor * allowance.limit };
}
