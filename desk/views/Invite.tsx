import { useState } from 'preact/hooks';
import { AgentRole } from '../../src/contract/role.ts';
import { Button } from '../../src/ui/Button.tsx';
import { SelectField } from '../../src/ui/SelectField.tsx';
import { TextField } from '../../src/ui/TextField.tsx';
import * as css from './frame.css.ts';
import * as words from './inbox.css.ts';

export interface Invited {
  name: string;
  token: string;
}

interface InviteProps {
  /** The last invited agent, with the key, which is shown only once. */
  invited: Invited | undefined;
  onInvite: (agent: { name: string; email: string; role: AgentRole }) => Promise<boolean>;
}

/** Adds an agent, and shows the link for their sign-in. */
export function Invite({ invited, onInvite }: InviteProps) {
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<AgentRole>('agent');

  async function submit(): Promise<void> {
    if (!(await onInvite({ name, email, role }))) return;
    setName('');
    setEmail('');
  }

  return (
    <section aria-label="Invite an agent">
      <h3 class={words.section}>Invite an agent</h3>
      <form
        class={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField id="name" label="Name" value={name} onInput={setName} />
        <TextField id="email" label="E-mail" inputMode="email" value={email} onInput={setEmail} />
        <SelectField
          id="role"
          label="Role"
          value={role}
          options={AgentRole.options.map((one) => ({ value: one, label: one }))}
          onChange={(value) => setRole(AgentRole.parse(value))}
        />
        <Button type="submit" variant="primary" onPress={() => void submit()}>
          Invite
        </Button>
      </form>
      {invited && (
        <p role="status">
          {`${invited.name} signs in with this link, shown only now. It works for 30 days: `}
          <code>{`${new URL(document.baseURI).origin}${location.pathname}#${invited.token}`}</code>
        </p>
      )}
    </section>
  );
}
