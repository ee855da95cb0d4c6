import * as z from 'zod/mini';
import { DeskRejection } from '../../ask/desk.ts';
import { bearer, type Endpoint } from '../../ask/provider.ts';
import { type ProviderResponse, requestJson } from '../../ask/requestJson.ts';
import { IntegrationError } from '../../base/integrationError.ts';

export interface GithubCredentials {
  token: string;
  /** Such as `acme/support`. Needed for the help desk. */
  repository?: string | undefined;
  /** The account agrees that everyone can read its requests. */
  public_repository?: 'allowed' | undefined;
}

const Failure = z.object({
  message: z.optional(z.string()),
  errors: z.optional(z.array(z.unknown())),
});
const FieldError = z.object({
  field: z.optional(z.string()),
  code: z.optional(z.string()),
  message: z.optional(z.string()),
});

type Request<T> = Omit<Parameters<typeof requestJson<T>>[2], 'explain' | 'headers'>;

/** Sends a request, and explains the errors of GitHub. */
export type GithubClient = <T>(path: string, request: Request<T>) => Promise<T>;

/** The headers of the version of the API. `full`: texts also as HTML, which has the addresses of files. */
export function githubHeaders(token: string) {
  return {
    ...bearer(token),
    Accept: 'application/vnd.github.full+json',
    'X-GitHub-Api-Version': '2022-11-28',
  };
}

export function githubClient({ token }: GithubCredentials, endpoint: Endpoint): GithubClient {
  const headers = githubHeaders(token);
  return (path, request) => requestJson(endpoint, path, { ...request, headers, explain });
}

/** Seconds to wait after a secondary limit without `Retry-After`. */
const secondaryWaitSeconds = 60;

/**
 * Returns the problem if a limit was exceeded. GitHub responds with 403 or 429, and does not always
 * say how long to wait: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function githubLimit({ status, headers, body }: ProviderResponse) {
  if (status !== 403 && status !== 429) return undefined;
  const isNamed = headers.get('x-ratelimit-remaining') === '0' || headers.has('retry-after');
  if (isNamed) return 'rate_limit_error';
  if (!/secondary rate limit|abuse detection/i.test(messageOf(body))) return undefined;
  throw new IntegrationError('rate_limit_error', 'The service is limiting our requests.', {
    details: { status },
    retryAfter: secondaryWaitSeconds,
  });
}

const rejectedStatuses = [400, 413, 422];

function explain(response: ProviderResponse) {
  const { status, body } = response;
  const isLocked = status === 403 && /locked/i.test(messageOf(body));
  if (isLocked || rejectedStatuses.includes(status)) throw new DeskRejection(reasonOf(response));
  return githubLimit(response);
}

function messageOf(body: unknown): string {
  const known = z.safeParse(Failure, body);
  return (known.success && known.data.message) || '';
}

/** Returns the sentences of an error, such as `Validation Failed: body is too long`. */
function reasonOf({ status, body }: ProviderResponse): string {
  const known = z.safeParse(Failure, body);
  const errors = known.success ? (known.data.errors ?? []) : [];
  const details = errors.flatMap((error) => {
    const parsed = z.safeParse(FieldError, error);
    const { field = '', code = '', message } = parsed.success ? parsed.data : {};
    return (message ?? `${field} ${code}`.trim()) || [];
  });
  const reason = [messageOf(body) || `Status ${status}.`, ...details].join(' ');
  return reason.slice(0, 500);
}
