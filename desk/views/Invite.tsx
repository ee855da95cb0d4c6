import { useState } from 'preact/hooks';
import { AgentRole } from '../../src/contract/role.ts';
import { Button } from '../../src/ui/Button.tsx';
import { SelectField } from '../../src/ui/SelectField.tsx';
import { TextField } from '../../src/ui/TextField.tsx';
import { useCopy } from '../../src/ui/useCopy.ts';
import { roleNames } from '../words.ts';
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
          options={AgentRole.options.map((one) => ({ value: one, label: roleNames[one] }))}
          onChange={(value) => setRole(AgentRole.parse(value))}
        />
        <Button type="submit" variant="primary" onPress={() => void submit()}>
          Invite
        </Button>
      </form>
      {invited && <SignInLink {...invited} />}
    </section>
  );
}

function SignInLink({ name, token }: Invited) {
  const { copied, copy } = useCopy();
  const link = `${new URL(document.baseURI).origin}${location.pathname}#${token}`;
  return (
    <div class={css.result}>
      <p role="status">
        {`Send this sign-in link to ${name} now. It works for 30 days, and you won’t see it again: `}
        <code>{link}</code>
      </p>
      <div class={css.row}>
        <Button size="small" onPress={() => copy(link)}>
          Copy link
        </Button>
        <span role="status">{copied ? 'Copied' : ''}</span>
      </div>
    </div>
  );
}
