import { useEffect, useState } from 'preact/hooks';
import {
  type AgentTicket,
  type AgentTicketSummary,
  listAgentTickets,
} from '../../src/contract/agent.ts';
import type { Reply } from '../../src/contract/endpoint.ts';
import { listAgentIntegrations } from '../../src/contract/integrationAdmin.ts';
import { displayState } from '../../src/integrations/displayState.ts';
import { looks } from '../../src/integrations/stateLook.ts';
import { Button } from '../../src/ui/Button.tsx';
import { Tag } from '../../src/ui/Tag.tsx';
import type { Inbox } from '../model/inbox.model.ts';
import type { SignedIn } from '../model/session.model.ts';
import { stateName, statusNames } from '../words.ts';
import { factsOf } from './facts.ts';
import * as css from './inbox.css.ts';

interface CustomerProps {
  ticket: AgentTicket;
  me: SignedIn;
  inbox: Inbox;
}

type Integrations = Reply<typeof listAgentIntegrations>['integrations'];

/** The customer: unsigned and signed values, their integrations, and their earlier requests. */
export function Customer({ ticket, me, inbox }: CustomerProps) {
  const [integrations, setIntegrations] = useState<Integrations>([]);
  const [earlier, setEarlier] = useState<readonly AgentTicketSummary[]>([]);
  const organization_id = ticket.organization?.id;

  useEffect(() => {
    if (organization_id === undefined) return;
    void inbox.attempt(async () => {
      const query = { organization_id };
      setIntegrations((await me.api.call(listAgentIntegrations, { query })).integrations);
    });
  }, [organization_id, ticket.updated_at]);

  useEffect(() => {
    void inbox.attempt(async () => {
      const query = { search: ticket.customerEmail };
      const { tickets } = await me.api.call(listAgentTickets, { query });
      setEarlier(tickets.filter(({ id }) => id !== ticket.id).slice(0, 5));
    });
  }, [ticket.id]);

  return (
    <aside
      class={css.facts}
      aria-label="Customer"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
      tabIndex={0}
    >
      <dl>
        {factsOf(ticket).map(({ name, value, isSigned }) => (
          <div key={name} class={css.fact}>
            <dt class={css.term}>{name}</dt>
            <dd>
              <bdi>{value}</bdi> {isSigned === true && <Tag tone="green">Verified</Tag>}
              {isSigned === false && <span class={css.term}>not verified</span>}
            </dd>
          </div>
        ))}
      </dl>
      {integrations.length > 0 && (
        <>
          <h3 class={css.section}>Integrations</h3>
          <dl>
            {integrations.map((integration) => {
              const state = displayState(integration);
              return (
                <div key={integration.id} class={css.fact}>
                  <dt class={css.term}>{integration.name}</dt>
                  <dd>
                    <Tag tone={looks[state].tone}>{stateName(state)}</Tag>{' '}
                    <bdi>{integration.reason}</bdi>
                  </dd>
                </div>
              );
            })}
          </dl>
        </>
      )}
      {earlier.length > 0 && (
        <>
          <h3 class={css.section}>Other requests from this address</h3>
          <ul>
            {earlier.map(({ id, subject, status }) => (
              <li key={id} class={css.fact}>
                <Button variant="link" size="small" onPress={() => void inbox.openTicket(id)}>
                  {subject}
                </Button>
                <div class={css.term}>{statusNames[status]}</div>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
