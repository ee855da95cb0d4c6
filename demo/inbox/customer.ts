import { type AgentTicket, agentEndpoints, type SignedValue } from '../../src/contract/index.ts';
import { callAgentApi, type Session } from './agentApi.ts';
import { make } from './make.ts';

/** Shows the customer, the values that they stated or had signed, and the integrations of their organization. */
export function drawCustomer(ticket: AgentTicket, session: Session): HTMLElement {
  const integrations = make('dl', {});
  const aside = make('aside', {}, drawFacts(ticket), integrations);
  if (ticket.organization !== null) {
    drawIntegrations(integrations, ticket.organization.id, session).catch((cause) => {
      integrations.replaceChildren(make('dd', {}, `Integrations: ${String(cause)}`));
    });
  }
  return aside;
}

function drawFacts(ticket: AgentTicket): HTMLElement {
  const { organization, signed, context, metadata, custom_fields } = ticket;
  const plan = organization?.plan ? ` (${organization.plan})` : '';
  const facts: [string, unknown, SignedValue?][] = [
    ['Customer', ticket.customerName, 'name'],
    ['E-mail', ticket.customerEmail, 'email'],
    organization
      ? ['Organization', `${organization.name ?? organization.id}${plan}`, 'organization']
      : ['Organization', metadata.tenant_id, 'organization'],
    ['Tier', ticket.customer_tier, 'tier'],
    ['Category', ticket.category],
    ['Page', context.url],
    ['Title', context.title],
    ['Browser', context.browser],
    ['Language', context.locale],
    ['Version', context.version],
    ...Object.entries(custom_fields),
  ];
  const rows = facts.filter(([, value]) => value !== undefined && value !== null && value !== '');
  return make(
    'dl',
    {},
    ...rows.flatMap(([name, value, kind]) => [
      make('dt', {}, name),
      make('dd', {}, String(value), ...(kind ? [drawMark(signed.includes(kind))] : [])),
    ]),
  );
}

/** Only what the host's backend signed is verified. */
function drawMark(isSigned: boolean): HTMLElement {
  return isSigned
    ? make('span', { className: 'tag' }, 'Verified')
    : make('span', { className: 'muted' }, ' stated by the page');
}

async function drawIntegrations(
  list: HTMLElement,
  organization_id: string,
  session: Session,
): Promise<void> {
  const { integrations } = await callAgentApi(session, agentEndpoints.listAgentIntegrations, {
    query: { organization_id },
  });
  list.replaceChildren(
    ...integrations.flatMap(({ name, connection, health, reason }) => [
      make('dt', {}, name),
      make('dd', {}, `${connection.state}, ${health.state}${reason ? `: ${reason}` : ''}`),
    ]),
  );
}
