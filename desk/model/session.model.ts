import { type ReadonlySignal, signal } from '@preact/signals';
import { agentStreamPath } from '../../src/contract/agent.ts';
import { getAgentSession } from '../../src/contract/agentSession.ts';
import type { Reply } from '../../src/contract/endpoint.ts';
import { type Api, createApi } from '../api/api.ts';
import { Failure, sentenceOf } from '../api/failure.ts';

type Me = Reply<typeof getAgentSession>;

/** A signed-in agent. */
export interface SignedIn {
  name: 'signedIn';
  api: Api;
  agent: NonNullable<Me['agent']>;
  role: NonNullable<Me['role']>;
  account: Me['account'];
  mode: Me['mode'];
}

export type SessionState =
  | { name: 'signedOut'; problem?: string }
  | { name: 'checking' }
  | SignedIn;

export interface Session {
  state: ReadonlySignal<SessionState>;
  /** `stay`: stores the key on this device, so that it survives closing the browser. */
  signIn(key: string, stay: boolean): Promise<void>;
  signOut(): void;
}

const stored = 'support-desk-key';
const base = () => new URL('../v1/', document.baseURI);
const expired =
  'You are signed out: the key has expired or was revoked. Ask an admin for a new one.';

/**
 * Creates the session of this tab, with the key of a link (`#as_…`), of this tab, or of this
 * device.
 */
export function createSession(): Session {
  const state = signal<SessionState>({ name: 'signedOut' });

  function forget(problem?: string): void {
    forgetStored();
    state.value = { name: 'signedOut', ...(problem !== undefined && { problem }) };
  }

  async function open(key: string): Promise<void> {
    state.value = { name: 'checking' };
    const api = createApi(key, {
      base: base(),
      streamPath: agentStreamPath,
      onRejected: () => forget(expired),
    });
    try {
      const { agent, role, account, mode } = await api.call(getAgentSession);
      if (agent === null || role === null) {
        throw new Failure('That isn’t an agent key. Ask an admin to run `agents invite`.');
      }
      state.value = { name: 'signedIn', api, agent, role, account, mode };
    } catch (error) {
      // A rejected key was already reported.
      if (state.value.name === 'checking') {
        state.value = { name: 'signedOut', problem: sentenceOf(error) };
      }
    }
  }

  async function signIn(input: string, stay: boolean): Promise<void> {
    const key = input.trim();
    if (!/^as_[\w-]+$/.test(key)) {
      state.value = { name: 'signedOut', problem: 'A key starts with as_. Copy the whole key.' };
      return;
    }
    await open(key);
    if (state.value.name !== 'signedIn') return;
    forgetStored();
    (stay ? localStorage : sessionStorage).setItem(stored, key);
  }

  const ofLink = /^#(as_[\w-]+)$/.exec(location.hash)?.[1];
  // The key must not remain in the browser's history.
  if (ofLink) history.replaceState(null, '', location.pathname + location.search);
  const known = sessionStorage.getItem(stored) ?? localStorage.getItem(stored);
  if (ofLink) void signIn(ofLink, false);
  else if (known) void open(known);

  return { state, signIn, signOut: () => forget() };
}

function forgetStored(): void {
  for (const store of [sessionStorage, localStorage]) store.removeItem(stored);
}
