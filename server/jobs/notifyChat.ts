import type { Notice } from '../ask/provider.ts';
import { IntegrationError } from '../base/integrationError.ts';
import type { Fetch } from '../base/outboundFetch.ts';
import type { ReadCredentials } from '../connections/credentials.ts';
import { findProvider } from '../providers/index.ts';
import type { StoredIntegration } from '../queries/integrations.ts';
import { PermanentFailure } from '../queue/worker.ts';

export interface ChatTools {
  readCredentials: ReadCredentials;
  fetch: Fetch;
}

const postTimeoutMs = 20_000;

/** Posts a notification to the team's chat. @throws PermanentFailure if a retry is pointless */
export async function notifyChat(
  chat: StoredIntegration,
  tenantId: string,
  notice: Notice,
  { readCredentials, fetch }: ChatTools,
): Promise<void> {
  // An integration whose last check failed still gets notifications.
  const isInUse = chat.lifecycle === 'active' || chat.lifecycle === 'error';
  if (!isInUse || chat.next_check_at === null) return;
  const credentials = await readCredentials(chat, { tenantId, integrationId: chat.id });
  if (credentials === undefined) return;
  const signal = AbortSignal.timeout(postTimeoutMs);
  const baseUrl = chat.base_url ?? undefined;
  try {
    await findProvider(chat.provider)?.notify?.(credentials, { baseUrl, fetch, signal }, notice);
  } catch (error) {
    const isFinal = error instanceof IntegrationError && !error.retryable;
    throw isFinal ? new PermanentFailure(error) : error;
  }
}
