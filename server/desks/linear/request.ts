import * as z from 'zod/mini';
import type { IntegrationErrorType } from '../../../src/contract/integration.ts';
import { DeskRejection } from '../../ask/desk.ts';
import type { Endpoint } from '../../ask/provider.ts';
import { type ProviderResponse, requestJson } from '../../ask/requestJson.ts';

export interface LinearCredentials {
  api_key: string;
  team_id: string;
}

const Failure = z.object({
  errors: z.array(
    z.object({
      message: z.optional(z.string()),
      extensions: z.optional(
        z.object({
          type: z.optional(z.string()),
          code: z.optional(z.string()),
          userPresentableMessage: z.optional(z.string()),
        }),
      ),
    }),
  ),
});

/** Types of errors that a retry or a person can resolve. Any other one rejects the content. */
const errorTypes: Record<string, IntegrationErrorType> = {
  'authentication error': 'authentication_error',
  forbidden: 'authorization_error',
  ratelimited: 'rate_limit_error',
  'network error': 'api_error',
  'internal error': 'api_error',
  'lock timeout': 'api_error',
  unknown: 'api_error',
  other: 'api_error',
};
const typesByCode: Record<string, string> = {
  AUTHENTICATION_ERROR: 'authentication error',
  FORBIDDEN: 'forbidden',
  RATELIMITED: 'ratelimited',
  INTERNAL_SERVER_ERROR: 'internal error',
};

/**
 * Returns the problem in a response, or the reason why Linear does not accept the input. Errors come
 * with status 200 or 400. Limits do too, as `RATELIMITED`:
 * https://linear.app/developers/graphql, https://linear.app/developers/rate-limiting
 */
export function linearProblem({
  status,
  body,
}: ProviderResponse): IntegrationErrorType | { reason: string } | undefined {
  const failed = z.safeParse(Failure, body);
  const [error] = failed.success ? failed.data.errors : [];
  if (error === undefined || status >= 500) return undefined;
  const { type, code, userPresentableMessage: shown } = error.extensions ?? {};
  const known = errorTypes[typesByCode[code ?? ''] ?? type ?? ''];
  if (known !== undefined) return known;
  return { reason: (shown ?? error.message ?? 'Unknown error.').slice(0, 500) };
}

/** Personal keys are sent as they are, tokens of OAuth as a bearer: https://linear.app/developers/graphql */
export function linearHeaders({ api_key }: Pick<LinearCredentials, 'api_key'>) {
  return { Authorization: api_key.startsWith('lin_oauth_') ? `Bearer ${api_key}` : api_key };
}

/** Sends a query or mutation, and returns its data. */
export type LinearClient = <T>(
  query: string,
  variables: Record<string, unknown>,
  data: z.ZodMiniType<T>,
) => Promise<T>;

export function linearClient(credentials: LinearCredentials, endpoint: Endpoint): LinearClient {
  return async (query, variables, data) => {
    const reply = await requestJson(endpoint, 'graphql', {
      method: 'POST',
      headers: linearHeaders(credentials),
      json: { query, variables },
      expects: z.object({ data }),
      explain: (response) => {
        const problem = linearProblem(response);
        if (typeof problem === 'object') throw new DeskRejection(problem.reason);
        return problem;
      },
    });
    return reply.data;
  };
}
