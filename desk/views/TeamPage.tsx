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
import * as css from './frame.css.ts';
import { Invite, type Invited } from './Invite.tsx';
import * as fields from './inbox.css.ts';
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
      <Table columns={['Name', 'E-mail', 'Role', 'State']}>
        {agents.map(({ id, name, email, role, disabled_at }) => (
          <tr key={id}>
            <td class={css.cell}>{name}</td>
            <td class={css.cell}>{email}</td>
            <td class={css.cell}>
              {id === me.agent.id ? (
                `${role} (you)`
              ) : (
                <select
                  class={fields.select}
                  aria-label={`Role of ${name}`}
                  value={role}
                  onChange={({ currentTarget }) =>
                    change(id, { role: AgentRole.parse(currentTarget.value) })
                  }
                >
                  {AgentRole.options.map((one) => (
                    <option key={one} value={one} selected={one === role}>
                      {one}
                    </option>
                  ))}
                </select>
              )}
            </td>
            <td class={css.cell}>
              {disabled_at === null ? 'Active' : 'Disabled'}{' '}
              {id !== me.agent.id && (
                <Button size="small" onPress={() => change(id, { disabled: disabled_at === null })}>
                  {disabled_at === null ? `Disable ${name}` : `Enable ${name}`}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </Table>
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
