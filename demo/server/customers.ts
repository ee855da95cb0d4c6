import { SignJWT } from 'jose';
import { type DemoAccount, demo, type Fetch, glacier } from '../../server/index.ts';
import { agentEndpoints } from '../../src/contract/index.ts';
import { type DemoPerson, people } from '../people.ts';
import { callApi } from './callApi.ts';

const accounts: Readonly<Record<DemoPerson['account'], DemoAccount>> = {
  PenguinMails: demo,
  'Glacier Mail': glacier,
};

/** Returns the account with this name, or the first account without a name. */
export function accountOf(name: string | null): DemoAccount {
  return name === 'Glacier Mail' ? glacier : demo;
}

/**
 * Returns the token with which the backend of an account identifies one of its people, or undefined
 * for others.
 */
export async function signVisitor(id: string | null): Promise<string | undefined> {
  const person = people.find((one) => one.id === id);
  if (person === undefined) return undefined;
  const { account, name, email, organization } = person;
  const { identitySecret, tenantId } = accounts[account];
  return new SignJWT({ sub: person.id, name, email, org: organization })
    .setProtectedHeader({ alg: 'HS256' })
    .setAudience(tenantId)
    .setIssuedAt()
    .setExpirationTime('15m')
    .sign(new TextEncoder().encode(identitySecret));
}

const { upsertIntegration, reportIntegration } = agentEndpoints;

const healthy = {
  connection: { state: 'connected' },
  health: { state: 'healthy', responseTime: 140, errorRate: 0 },
};
const signedOut = {
  lifecycle: 'error',
  connection: { state: 'error' },
  error_type: 'authentication_error',
  health: { state: 'unhealthy', errorRate: 1 },
};

/** The connections of each organization, and those of Glacier Mail itself. */
const connected: readonly [DemoPerson['account'], string | undefined, string, object][] = [
  ['PenguinMails', 'org_northwind', 'hubspot', signedOut],
  ['PenguinMails', 'org_contoso', 'hubspot', healthy],
  ['Glacier Mail', 'org_fabrikam', 'salesforce', healthy],
  ['Glacier Mail', 'org_fabrikam', 'hubspot', {}],
  ['Glacier Mail', 'org_initech', 'hubspot', signedOut],
  ['Glacier Mail', 'org_initech', 'salesforce', {}],
  ['Glacier Mail', undefined, 'stripe', healthy],
];

/**
 * Creates the integrations of the four organizations. It runs at every start, because the port may
 * have changed.
 */
export async function seedOrganizations(api: Fetch, origin: string): Promise<void> {
  for (const [account, organization_id, provider, state] of connected) {
    const token = accounts[account].secretKey;
    const base_url = `${origin}/stand-ins/${provider}`;
    const body = { provider, base_url, ...(organization_id && { organization_id }) };
    const { id } = await callApi(api, upsertIntegration, { token, body });
    await callApi(api, reportIntegration, { token, id, body: state });
  }
}
