import type { adminEndpoints } from '../../src/contract/adminEndpoints.ts';
import type { ExternalRoute } from '../http/externalRoute.ts';
import type { Route } from '../http/route.ts';
import {
  closeAccountRoute,
  createAccountRoute,
  deleteAccountRoute,
  listAccountsRoute,
  reopenAccountRoute,
  updateAccountRoute,
} from './adminAccounts.ts';
import {
  inviteAgentRoute,
  listManagedAgentsRoute,
  updateManagedAgentRoute,
} from './adminAgents.ts';
import { rotateIdentityRoute } from './adminIdentity.ts';
import { createKeyRoute, listKeysRoute, revokeKeyRoute, rotateKeyRoute } from './adminKeys.ts';
import { getAccountSettingsRoute, updateAccountSettingsRoute } from './adminSettings.ts';
import { listAuditRoute, listOperatorLogRoute } from './audit.ts';
import { listSandboxMailsRoute } from './sandbox.ts';

export const adminRoutes: Record<keyof typeof adminEndpoints, Route | ExternalRoute> = {
  listAccounts: listAccountsRoute,
  createAccount: createAccountRoute,
  updateAccount: updateAccountRoute,
  closeAccount: closeAccountRoute,
  reopenAccount: reopenAccountRoute,
  deleteAccount: deleteAccountRoute,
  listKeys: listKeysRoute,
  createKey: createKeyRoute,
  rotateKey: rotateKeyRoute,
  revokeKey: revokeKeyRoute,
  rotateIdentity: rotateIdentityRoute,
  getAccountSettings: getAccountSettingsRoute,
  updateAccountSettings: updateAccountSettingsRoute,
  listManagedAgents: listManagedAgentsRoute,
  inviteAgent: inviteAgentRoute,
  updateManagedAgent: updateManagedAgentRoute,
  listAudit: listAuditRoute,
  listOperatorLog: listOperatorLogRoute,
  listSandboxMails: listSandboxMailsRoute,
};
