import type { Endpoint } from '../../src/contract/endpoint.ts';
import type { Actor, Change, NewAuditEntry } from '../queries/audit.ts';

/**
 * Audited reads of customer data by agents. Lists are not audited, because they only show excerpts.
 */
const notedReads = ['agent/tickets/{id}', 'agent/visitors/export', 'agent/mails/rejected'];

/** Returns whether a request to the endpoint is recorded in the audit log. */
export function isAudited({ access, method, path, readOnly }: Endpoint): boolean {
  const isWrite = method !== 'GET' && !readOnly;
  if (access === 'admin' || access === 'operator') return isWrite;
  if (access === 'agent' || access === 'secret') return isWrite || notedReads.includes(path);
  // Visitors can also change connections.
  return isWrite && path.startsWith('integrations/');
}

/** Creates the entry for a request. Handlers add what has changed. */
export function entryOf(
  { method, path }: Endpoint,
  use: { by: Actor; params: Readonly<Record<string, string>>; requestId: string },
  change: Change,
): NewAuditEntry {
  const target = Object.values(use.params).join(' ') || undefined;
  return { ...use.by, action: `${method} ${path}`, requestId: use.requestId, target, ...change };
}
