import type { Endpoint } from '../../src/contract/endpoint.ts';
import { listSandboxMails } from '../../src/contract/sandbox.ts';
import { apiErrors } from '../base/apiErrors.ts';
import type { KeyRecord } from '../queries/keys.ts';
import { scopeOfPath } from './keyScopes.ts';

type Needs = Pick<Endpoint, 'access' | 'path' | 'method' | 'readOnly' | 'role'>;

/**
 * Checks that a key or session can use an endpoint.
 * @throws AuthorizationError `PERMISSION_DENIED`, which names the missing permission
 */
export function checkAccess(found: KeyRecord, endpoint: Needs): void {
  const { kind } = found;
  const { access } = endpoint;
  if (access === 'operator' || (access === 'admin' && kind !== 'session')) {
    throw apiErrors.permissionDenied(
      access === 'admin'
        ? 'This endpoint needs the session of an agent with the role admin, or the ADMIN_TOKEN of the server.'
        : 'This endpoint needs the ADMIN_TOKEN of the server.',
    );
  }
  if (access === 'secret' && kind !== 'secret') {
    throw apiErrors.permissionDenied('This endpoint needs a secret key, server to server.');
  }
  if (access === 'agent' && kind === 'publishable') {
    throw apiErrors.permissionDenied(
      'This endpoint needs a secret key or the session of an agent.',
    );
  }
  if (found.mode === 'test') checkMode(endpoint);
  if (kind === 'session') checkRole(found, endpoint);
  if (kind === 'secret') checkScope(found, endpoint);
}

/** Test keys cannot change data that every visitor sees, or personal data of either mode. */
const liveScopes: readonly string[] = ['articles', 'settings', 'visitors'];
/** Mails and jobs of live visitors, which test keys cannot read either. */
const liveAreas = ['agent/mails', 'agent/jobs'];

function checkMode({ path, method, access }: Needs): void {
  const isOfLive = liveAreas.some((area) => path === area || path.startsWith(`${area}/`));
  const isChange = path.startsWith('agent/') && method !== 'GET';
  const isManaged = access === 'admin' && path !== listSandboxMails.path;
  if (!isManaged && !isOfLive && !(isChange && liveScopes.includes(scopeOfPath(path)))) return;
  throw apiErrors.permissionDenied(
    'A test key cannot use this endpoint: it concerns live visitors. Use a live key.',
  );
}

function checkRole({ role }: KeyRecord, { access, method, readOnly, role: needed }: Needs): void {
  if (access !== 'agent' && access !== 'admin') {
    throw apiErrors.permissionDenied(
      'An agent session only works with agent endpoints. Use an API key here.',
    );
  }
  if ((access === 'admin' || needed === 'admin') && role !== 'admin') {
    throw apiErrors.permissionDenied('Your role cannot do this. Ask an agent with the role admin.');
  }
  if (role === 'viewer' && method !== 'GET' && !readOnly) {
    throw apiErrors.permissionDenied(
      'The role viewer can only read. Ask an agent with the role admin for another role.',
    );
  }
}

function checkScope({ key }: KeyRecord, { access, method, path }: Needs): void {
  const scopes = key?.scopes ?? [];
  if (scopes.length === 0) return;
  if (access !== 'agent' && access !== 'secret') {
    // Every page can read these endpoints.
    if (method === 'GET' && access !== 'visitor') return;
    throw apiErrors.permissionDenied(
      'A key with scopes cannot act for a visitor. Use a publishable key, or a secret key without scopes.',
    );
  }
  const needed = scopeOfPath(path);
  if (scopes.includes(needed)) return;
  throw apiErrors.permissionDenied(
    `This key lacks the scope "${needed}". Create a key with this scope.`,
  );
}
