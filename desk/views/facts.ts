import type { AgentTicket } from '../../src/contract/agent.ts';
import type { SignedValue } from '../../src/contract/organization.ts';
import { categoryName } from '../words.ts';

export interface Fact {
  name: string;
  value: string;
  /** Whether the host's backend signed it. Undefined for facts that cannot be signed. */
  isSigned: boolean | undefined;
}

type Known = Pick<
  AgentTicket,
  | 'organization'
  | 'signed'
  | 'context'
  | 'custom_fields'
  | 'customerName'
  | 'customerEmail'
  | 'customer_tier'
  | 'category'
> & { metadata: Pick<AgentTicket['metadata'], 'tenant_id'> };

/**
 * Returns the facts about the customer of a request, and about the page on which it was written.
 */
export function factsOf({
  organization,
  signed,
  context,
  metadata,
  custom_fields,
  customerName,
  customerEmail,
  customer_tier,
  category,
}: Known): Fact[] {
  const plan = organization?.plan ? ` (${organization.plan})` : '';
  const company = organization
    ? `${organization.name ?? organization.id}${plan}`
    : metadata.tenant_id;
  const facts: [name: string, value: unknown, kind?: SignedValue][] = [
    ['Name', customerName, 'name'],
    ['E-mail', customerEmail, 'email'],
    ['Organization', company, 'organization'],
    ['Tier', customer_tier, 'tier'],
    ['Category', categoryName(category)],
    ['Page', context.url],
    ['Page title', context.title],
    ['Browser', context.browser],
    ['Language', context.locale],
    ['Version', context.version],
    ...Object.entries(custom_fields),
    ...Object.entries(context.values ?? {}),
  ];
  return facts
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([name, value, kind]) => ({
      name,
      value: String(value),
      isSigned: kind && signed.includes(kind),
    }));
}
