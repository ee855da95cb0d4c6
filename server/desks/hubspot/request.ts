import * as z from 'zod/mini';
import { DeskRejection, DeskTicketGone } from '../../ask/desk.ts';
import { bearer, type Endpoint } from '../../ask/provider.ts';
import { type ProviderResponse, requestJson } from '../../ask/requestJson.ts';
import { IntegrationError } from '../../base/integrationError.ts';

export interface HubspotCredentials {
  access_token: string;
  /** The pipeline of new tickets. Default: the first one of the account. */
  pipeline_id?: string | undefined;
}

const Failure = z.object({
  message: z.optional(z.string()),
  policyName: z.optional(z.string()),
  errors: z.optional(z.array(z.object({ message: z.optional(z.string()) }))),
});

type Request<T> = Omit<Parameters<typeof requestJson<T>>[2], 'explain' | 'headers'>;

/** Sends requests with the token of a private app, and explains the errors of HubSpot. */
export interface HubspotClient {
  endpoint: Endpoint;
  send<T>(path: string, request: Request<T>): Promise<T>;
  /** Returns undefined if the object does not exist. */
  find<T>(path: string, expects: z.ZodMiniType<T>): Promise<T | undefined>;
}

/** Errors: https://developers.hubspot.com/docs/api-reference/error-handling */
export function hubspotClient(
  { access_token }: HubspotCredentials,
  endpoint: Endpoint,
): HubspotClient {
  const headers = bearer(access_token);
  const send = <T>(path: string, request: Request<T>) =>
    requestJson(endpoint, path, {
      ...request,
      headers,
      explain: (response) => {
        if (response.status === 404 && ticketPath.test(path)) throw new DeskTicketGone();
        return explain(response);
      },
    });
  return {
    endpoint,
    send,
    async find(path, expects) {
      try {
        return await send(path, { expects });
      } catch (error) {
        const isMissing = error instanceof IntegrationError && error.details.status === 404;
        if (isMissing) return undefined;
        throw error;
      }
    },
  };
}

/** Requests about a ticket by the id of HubSpot, not by ours. */
const ticketPath = /^crm\/v\d\/objects\/tickets\/\d+([/?]|$)/;
const rejectedStatuses = [400, 409, 413, 415, 422];
/** Locked during many changes, and moved to another data center: both pass. */
const passingStatuses = [423, 477];

function explain({ status, body }: ProviderResponse): 'quota_error' | 'api_error' | undefined {
  if (rejectedStatuses.includes(status)) throw new DeskRejection(reasonOf({ status, body }));
  if (passingStatuses.includes(status)) return 'api_error';
  return status === 429 ? quotaProblem(body) : undefined;
}

/** The daily limit is a quota. The limit for ten seconds is a rate limit. */
export function quotaProblem(body: unknown): 'quota_error' | undefined {
  const known = z.safeParse(Failure, body);
  return known.success && known.data.policyName === 'DAILY' ? 'quota_error' : undefined;
}

function reasonOf({ status, body }: Pick<ProviderResponse, 'status' | 'body'>): string {
  const known = z.safeParse(Failure, body);
  const { message = '', errors = [] } = known.success ? known.data : {};
  const sentences = errors.flatMap((error) => error.message ?? []);
  return (sentences.join(' ') || message || `Status ${status}.`).slice(0, 500);
}
