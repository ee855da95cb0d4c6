import {
  closeAccount,
  createAccount,
  deleteAccount,
  listAccounts,
  reopenAccount,
  updateAccount,
} from './adminAccount.ts';
import { inviteAgent, listManagedAgents, updateManagedAgent } from './adminAgent.ts';
import { rotateIdentity } from './adminIdentity.ts';
import { createKey, listKeys, revokeKey, rotateKey } from './adminKey.ts';
import { getAccountSettings, updateAccountSettings } from './adminSettings.ts';
import { listAudit, listOperatorLog } from './audit.ts';
import { listSandboxMails } from './sandbox.ts';

/**
 * The account that an operator's request is about. An admin agent's request is about their own
 * account.
 */
export const accountHeader = 'X-Account-Id';

/**
 * All endpoints of administration. They require the `ADMIN_TOKEN` of the server, or the session of
 * an admin agent.
 */
export const adminEndpoints = {
  listAccounts,
  createAccount,
  updateAccount,
  closeAccount,
  reopenAccount,
  deleteAccount,
  listKeys,
  createKey,
  rotateKey,
  revokeKey,
  rotateIdentity,
  getAccountSettings,
  updateAccountSettings,
  listManagedAgents,
  inviteAgent,
  updateManagedAgent,
  listAudit,
  listOperatorLog,
  listSandboxMails,
} as const;
