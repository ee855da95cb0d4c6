import { MessageSquare } from 'lucide';
import { useState } from 'preact/hooks';
import { Button } from '../../src/ui/Button.tsx';
import { CheckboxField } from '../../src/ui/CheckboxField.tsx';
import { Icon } from '../../src/ui/Icon.tsx';
import { TextField } from '../../src/ui/TextField.tsx';
import type { SessionState, SignedIn } from '../model/session.model.ts';
import * as css from './frame.css.ts';

interface SignInProps {
  state: Exclude<SessionState, SignedIn>;
  onSignIn: (key: string, stay: boolean) => Promise<void>;
}

/** Asks for the key of an agent. */
export function SignIn({ state, onSignIn }: SignInProps) {
  const [key, setKey] = useState('');
  const [stay, setStay] = useState(false);
  const isChecking = state.name === 'checking';
  const submit = () => void onSignIn(key, stay);
  return (
    <main class={css.signPage}>
      <form
        class={css.sign}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <span class={css.brand}>
          <Icon of={MessageSquare} size={20} />
        </span>
        <h1 class={css.pageTitle}>Sign in to the desk</h1>
        <TextField
          id="key"
          label="Your key"
          hint="It starts with as_. Ask an admin for it, or run: support-server agents invite."
          problem={state.name === 'signedOut' ? state.problem : undefined}
          value={key}
          onInput={setKey}
        />
        <CheckboxField
          id="stay"
          label="Stay signed in on this device"
          checked={stay}
          onChange={setStay}
        />
        <Button type="submit" variant="primary" size="large" busy={isChecking} onPress={submit}>
          {isChecking ? 'Signing in…' : 'Sign in'}
        </Button>
      </form>
    </main>
  );
}
