import { useEffect, useState } from 'preact/hooks';
import {
  inviteAgent,
  listManagedAgents,
  type ManagedAgent,
  updateManagedAgent,
} from '../../src/contract/adminAgent.ts';
import { AgentRole } from '../../src/contract/role.ts';
import { Button } from '../../src/ui/Button.tsx';
import { sentenceOf } from '../api/failure.ts';
import type { SignedIn } from '../model/session.model.ts';
import { roleNames } from '../words.ts';
import { Choice } from './Choice.tsx';
import * as css from './frame.css.ts';
import { Invite, type Invited } from './Invite.tsx';
import { OnlyRead } from './OnlyRead.tsx';
import { Problem, Table } from './Table.tsx';

/** The agents of the account. They can be invited, disabled and enabled, and given another role. */
export function TeamPage({ me }: { me: SignedIn }) {
  const [agents, setAgents] = useState<readonly ManagedAgent[]>([]);
  const [invited, setInvited] = useState<Invited | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  async function attempt(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      setAgents((await me.api.call(listManagedAgents)).agents);
      setProblem(undefined);
      return true;
    } catch (error) {
      setProblem(sentenceOf(error));
      return false;
    }
  }
  useEffect(() => void attempt(async () => {}), []);

  const change = (id: string, body: { role?: AgentRole; disabled?: boolean }) =>
    void attempt(() => me.api.call(updateManagedAgent, { params: { id }, body }));

  return (
    <main class={css.page}>
      <h2 class={css.pageTitle}>Team</h2>
      <Problem text={problem} />
      <Table
        columns={['Name', 'E-mail', 'Role', 'State']}
        rows={agents.map((agent) => ({
          key: agent.id,
          cells: {
            Name: <bdi>{agent.name}</bdi>,
            'E-mail': agent.email,
            Role:
              agent.id === me.agent.id ? (
                `${roleNames[agent.role]} (you)`
              ) : (
                <RoleOf agent={agent} onChange={(role) => change(agent.id, { role })} />
              ),
            State: (
              <StateOf
                agent={agent}
                isMe={agent.id === me.agent.id}
                onChange={(disabled) => change(agent.id, { disabled })}
              />
            ),
          },
        }))}
      />
      <Invite
        invited={invited}
        onInvite={(body) =>
          attempt(async () => {
            const { agent, token } = await me.api.call(inviteAgent, { body });
            setInvited({ name: agent.name, token });
          })
        }
      />
    </main>
  );
}

interface RoleOfProps {
  agent: ManagedAgent;
  onChange: (role: AgentRole) => void;
}

function RoleOf({ agent: { name, role }, onChange }: RoleOfProps) {
  return (
    <Choice
      label={`Role of ${name}`}
      value={role}
      options={AgentRole.options.map((one) => [one, roleNames[one]] as const)}
      onChange={(value) => onChange(AgentRole.parse(value))}
    />
  );
}

interface StateOfProps {
  agent: ManagedAgent;
  isMe: boolean;
  onChange: (disabled: boolean) => void;
}

function StateOf({ agent: { name, disabled_at }, isMe, onChange }: StateOfProps) {
  const isActive = disabled_at === null;
  return (
    <span class={css.row}>
      {isActive ? 'Active' : 'Disabled'}
      {!isMe && (
        <Button size="small" onPress={() => onChange(isActive)}>
          {isActive ? 'Disable' : 'Enable'}
          <OnlyRead>{name}</OnlyRead>
        </Button>
      )}
    </span>
  );
}
