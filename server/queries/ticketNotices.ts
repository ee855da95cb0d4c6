import { type RawBuilder, sql, type Transaction } from 'kysely';
import { canonicalAddress } from '../base/canonicalAddress.ts';
import type { Schema } from '../db/schema.ts';
import { type Allowance, takingAllowances } from './allowances.ts';

/** A visitor whose identity is not verified. */
interface UnverifiedVisitor {
  tenantId: string;
  email: string;
  /** Undefined if it is unknown; null for a request by mail. */
  network: string | null | undefined;
  /** False if no confirmation is wanted. */
  isConfirmable: boolean;
}

export interface TicketNotices {
  /** The customer receives a mail that confirms the request. */
  isConfirmed: RawBuilder<boolean>;
  /** The team is notified by mail and chat. The request appears in their inbox in any case. */
  isNoticed: RawBuilder<boolean>;
  /** Common table expressions that the conditions read. */
  counting: RawBuilder<unknown>[];
}

/** For a visitor whose identity is verified. */
export const allNotices: TicketNotices = {
  isConfirmed: sql`true`,
  isNoticed: sql`true`,
  counting: [],
};

/** One shared limit for all unknown networks. */
const unknownNetwork = 'unknown';
const unknownNetworkFactor = 10;
const unlimited = 1_000_000;
const confirmationsPerNetwork = { kind: 'confirmation network', limit: 20, windowHours: 1 };
const noticesPerNetwork = { kind: 'notice network', limit: 60, windowHours: 1 };
const confirmationsPerRecipient = { kind: 'confirmation recipient', limit: 3, windowHours: 24 };

/**
 * Decides which notifications a request of an unverified visitor causes, because anyone can enter
 * any address. The limit of the network is used before the limit of the address, so that a flood
 * from one network cannot exhaust the limits of other people's addresses.
 */
export async function decideTicketNotices(
  trx: Transaction<Schema>,
  { tenantId, email, network, isConfirmable }: UnverifiedVisitor,
): Promise<TicketNotices> {
  const recipient = { ...confirmationsPerRecipient, subject: canonicalAddress(email) };
  const { counting, isTaken } = await takingAllowances(trx, tenantId, [
    ...(isConfirmable
      ? [
          ofNetwork(confirmationsPerNetwork, network),
          { ...recipient, after: confirmationsPerNetwork.kind },
        ]
      : []),
    ofNetwork(noticesPerNetwork, network),
  ]);
  return {
    isConfirmed: isConfirmable ? isTaken(recipient.kind) : sql`false`,
    isNoticed: isTaken(noticesPerNetwork.kind),
    counting,
  };
}

function ofNetwork(
  allowance: Omit<Allowance, 'subject'>,
  network: string | null | undefined,
): Allowance {
  // Mails have limits of their own, per sender.
  if (network === null) return { ...allowance, subject: 'mail', limit: unlimited };
  if (network !== undefined) return { ...allowance, subject: network };
  return { ...allowance, subject: unknownNetwork, limit: unknownNetworkFactor * allowance.limit };
}
