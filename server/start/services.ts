import { type Checks, createChecks } from '../checker/check.ts';
import { createIntegrations, type Integrations } from '../connections/integrations.ts';
import { type ChatModel, createChatModel } from '../kb/written/chatModel.ts';
import { createLiveHub, type LiveHub } from '../live/hub.ts';
import type { BackendOptions } from './backend.ts';
import type { Parts } from './openParts.ts';

/** Services that requests and background work share. */
export interface Services {
  integrations: Integrations;
  checks: Checks;
  live: LiveHub;
  /** Undefined if answers are not written. */
  chatModel: ChatModel | undefined;
}

export function createServices(
  { logger, oauth, answers, allowPrivateWebhooks }: BackendOptions,
  { database: { kysely: db }, vault }: Pick<Parts, 'database' | 'vault'>,
): Services {
  const integrations = createIntegrations({ db, logger, vault, oauth, allowPrivateWebhooks });
  const { readCredentials, fetch } = integrations;
  const checks = createChecks({ db, logger, readCredentials, fetch });
  const chatModel = answers && createChatModel(answers);
  return { integrations, checks, live: createLiveHub(), chatModel };
}
