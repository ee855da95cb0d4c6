import type { Endpoint } from '../../src/contract/endpoint.ts';
import type { Actor, Change, NewAuditEntry } from '../queries/audit.ts';

/**
 * Reads of a customer's data by agents that are audited. Lists show the first lines of many and are
 * not.
 */
const notedReads = ['agent/tickets/{id}', 'agent/visitors/export'];

/** Whether a use of the endpoint is noted in the audit log. */
export function isAudited({ access, method, path, readOnly }: Endpoint): boolean {
  const isWrite = method !== 'GET' && !readOnly;
  if (access === 'admin' || access === 'operator') return isWrite;
  if (access === 'agent' || access === 'secret') return isWrite || notedReads.includes(path);
  // Connections are changed by visitors as well.
  return isWrite && path.startsWith('integrations/');
}

/** The entry of one use of an endpoint; handlers add what has changed. */
export function entryOf(
  { method, path }: Endpoint,
  use: { by: Actor; params: Readonly<Record<string, string>>; requestId: string },
  change: Change,
): NewAuditEntry {
  const target = Object.values(use.params).join(' ') || undefined;
  return { ...use.by, action: `${method} ${path}`, requestId: use.requestId, target, ...change };
}
