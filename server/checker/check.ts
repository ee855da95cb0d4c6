import type { Kysely } from 'kysely';
import { contain } from '../base/containment.ts';
import { IntegrationError } from '../base/integrationError.ts';
import type { Logger } from '../base/logger.ts';
import type { Fetch } from '../base/outboundFetch.ts';
import type { ReadCredentials } from '../connections/credentials.ts';
import type { Schema } from '../db/schema.ts';
import { inScope } from '../db/scope.ts';
import { findProvider } from '../providers/index.ts';
import {
  type ClaimedCheck,
  claimDue,
  claimOne,
  type IntegrationRef,
  type ProbeResult,
  readChecking,
} from '../queries/checks.ts';
import {
  findStoredIntegration,
  lockIntegration,
  type StoredIntegration,
} from '../queries/integrations.ts';
import { recordCheck } from './record.ts';

export interface CheckDeps {
  db: Kysely<Schema>;
  logger: Logger;
  readCredentials: ReadCredentials;
  fetch: Fetch;
  /** Default 10 seconds. */
  timeoutMs?: number | undefined;
  /** Delay before a check is repeated that failed because of the other system. Default 1 second. */
  retryMs?: number | undefined;
  /** Clock that measures the duration of checks. Milliseconds. */
  now?: (() => number) | undefined;
}

export interface Checks {
  /** Claims up to `limit` due integrations, so that no other process checks them at the same time. */
  claim(limit: number): Promise<ClaimedCheck[]>;
  /** Checks a claimed integration. */
  check(claimed: ClaimedCheck): Promise<void>;
  /**
   * Checks an integration now, unless it was checked a few seconds ago. Waits while another process
   * checks it.
   */
  checkNow(ref: IntegrationRef): Promise<void>;
}

/** Time that a probe has, after its time limit, to report the timeout itself. Milliseconds. */
const graceMs = 1_000;

/**
 * Number of processes that may crash during a check before it is set aside, because the check may be the
 * cause.
 */
const maxLosses = 2;

/** An explicit request reuses a check that is younger than this. Seconds. */
const freshForSeconds = 3;

export function createChecks(deps: CheckDeps): Checks {
  const { db, logger, timeoutMs = 10_000, retryMs = 1_000 } = deps;
  const { now = () => performance.now() } = deps;
  const leaseSeconds = (4 * timeoutMs + retryMs) / 1_000;

  async function check({ lease, losses, ...ref }: ClaimedCheck): Promise<void> {
    const scope = { actor: 'worker', tenantId: ref.tenantId } as const;
    const read = () => inScope(db, scope, (trx) => findStoredIntegration(trx, ref.integrationId));
    const integration = await read();
    if (integration === undefined) return;
    const isSetAside = losses >= maxLosses;
    const result = isSetAside ? crashedTooOften : await probeWithRetry(integration, ref);
    if (!result.passed) {
      const { type, details, retryAfter } = result.error;
      const { id, provider } = integration;
      logger.warn({ integration: id, provider, type, details, retryAfter }, 'Health check failed');
    }
    // Maintenance windows, chats and webhooks of the other mode do not concern it.
    const { mode } = integration;
    await inScope(db, { ...scope, mode }, async (trx) => {
      const before = await lockIntegration(trx, ref.integrationId);
      // The credentials have changed in the meantime, so the result is discarded and the check is
      // due again.
      if (before?.checking_until?.getTime() !== lease.getTime()) return;
      await recordCheck(trx, before, result, { isLast: isSetAside });
    });
  }

  async function probeWithRetry(
    integration: StoredIntegration,
    ref: IntegrationRef,
  ): Promise<ProbeResult> {
    const first = await attempt(integration, ref);
    if (first.passed || !isWorthAnother(first.error)) return first;
    await new Promise((resolve) => setTimeout(resolve, retryMs));
    return attempt(integration, ref);
  }

  async function attempt(
    integration: StoredIntegration,
    ref: IntegrationRef,
  ): Promise<ProbeResult> {
    // Credentials are read first, so that the duration does not include our own database.
    let began = now();
    const elapsed = () => Math.round(now() - began);
    try {
      const provider = findProvider(integration.provider);
      const credentials = await deps.readCredentials(integration, ref);
      if (provider?.probe === undefined || credentials === undefined) {
        throw new IntegrationError('configuration_error', 'No credentials are set.');
      }
      const signal = AbortSignal.timeout(timeoutMs);
      const baseUrl = integration.base_url ?? undefined;
      began = now();
      const { probe } = provider;
      const endpoint = { baseUrl, fetch: deps.fetch, signal };
      await Promise.race([
        contain(() => probe(credentials, endpoint)),
        lateFailure(timeoutMs + graceMs),
      ]);
      return { passed: true, responseTime: elapsed() };
    } catch (error) {
      return { passed: false, responseTime: elapsed(), error: asIntegrationError(error) };
    }
  }

  return {
    claim: (limit) => claimDue(db, { limit, leaseSeconds }),
    check,
    async checkNow(ref) {
      const scope = { actor: 'worker', tenantId: ref.tenantId } as const;
      const state = () => inScope(db, scope, (trx) => readChecking(trx, ref.integrationId));
      const claimed = await claimOne(db, ref, { leaseSeconds, freshSeconds: freshForSeconds });
      if (claimed !== undefined) return check(claimed);
      const end = performance.now() + leaseSeconds * 1_000;
      while ((await state())?.isBusy && performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    },
  };
}

function isWorthAnother({ type }: IntegrationError): boolean {
  return type === 'network_error' || type === 'api_error';
}

const crashedTooOften: ProbeResult = {
  passed: false,
  responseTime: 0,
  error: new IntegrationError(
    'configuration_error',
    'The server crashed twice during its check. Save its credentials again to resume the checks.',
  ),
};

/** Guards against a probe that ignores its signal and would block its slot forever. */
function lateFailure(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    AbortSignal.timeout(ms).addEventListener('abort', () =>
      reject(new IntegrationError('network_error', 'The service did not respond in time.')),
    );
  });
}

/** Any other error is ours, for example credentials that cannot be decrypted. */
function asIntegrationError(error: unknown): IntegrationError {
  if (error instanceof IntegrationError) return error;
  const sentence = 'The credentials or settings of the integration are invalid. Save them again.';
  return new IntegrationError('configuration_error', sentence, { cause: error });
}
