import { type AgentTicket, agentEndpoints, type SignedValue } from '../../src/contract/index.ts';
import { callAgentApi, type Session } from './agentApi.ts';
import { make } from './make.ts';
import { redraw } from './redraw.ts';

/** Shows the customer, the values that they stated or had signed, and the integrations of their organization. */
export function drawCustomer(ticket: AgentTicket, session: Session): HTMLElement {
  const { organization } = ticket;
  const aside = make('aside', {}, drawFacts(ticket));
  if (organization !== null) {
    const integrations = listOf(organization.id);
    aside.append(integrations);
    drawIntegrations(integrations, organization.id, session).catch((cause) => {
      redraw(integrations, make('dd', {}, `Integrations: ${String(cause)}`));
    });
  }
  return aside;
}

const lists = new Map<string, HTMLElement>();

/** The list of an organization's integrations, which shows what was known last until the next answer. */
function listOf(organization: string): HTMLElement {
  const list = lists.get(organization) ?? make('dl', { id: `integrations-${organization}` });
  lists.set(organization, list);
  return list;
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
  redraw(
    list,
    ...integrations.flatMap(({ name, connection, health, reason }) => [
      make('dt', {}, name),
      make('dd', {}, `${connection.state}, ${health.state}${reason ? `: ${reason}` : ''}`),
    ]),
  );
}
