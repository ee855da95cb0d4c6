import * as z from 'zod/mini';
import { DeskRejection, DeskTicketGone } from '../../ask/desk.ts';
import { basic, type Endpoint } from '../../ask/provider.ts';
import { type ProviderResponse, requestJson } from '../../ask/requestJson.ts';

export interface ZendeskCredentials {
  email: string;
  api_token: string;
}

const ErrorBody = z.object({
  error: z.optional(z.unknown()),
  description: z.optional(z.string()),
  details: z.optional(
    z.record(z.string(), z.array(z.object({ description: z.optional(z.string()) }))),
  ),
});

/** Sends requests with the authentication of Zendesk, and explains its errors. */
export interface ZendeskClient {
  endpoint: Endpoint;
  headers: Record<string, string>;
  send<T>(path: string, request: Omit<Parameters<typeof requestJson<T>>[2], 'explain'>): Promise<T>;
}

/**
 * Authentication by API token:
 * https://developer.zendesk.com/api-reference/introduction/security-and-auth/
 * Errors and their bodies:
 * https://developer.zendesk.com/api-reference/introduction/requests/
 */
export function zendeskClient(
  { email, api_token }: ZendeskCredentials,
  endpoint: Endpoint,
): ZendeskClient {
  const headers = basic(`${email}/token`, api_token);
  return {
    endpoint,
    headers,
    send: (path, request) =>
      requestJson(endpoint, path, {
        ...request,
        headers: { ...headers, ...request.headers },
        explain: (response) => {
          if (response.status === 404 && ticketPath.test(path)) throw new DeskTicketGone();
          return explain(response);
        },
      }),
  };
}

const ticketPath = /^api\/v2\/tickets\/\d/;

/** A conflict of two changes passes with a retry. */
function explain(response: ProviderResponse): 'api_error' | undefined {
  const { status } = response;
  if (status === 413 || status === 422) throw new DeskRejection(reasonOf(response));
  return status === 409 ? 'api_error' : undefined;
}

/** Returns the sentences of an error, such as `Requester: Email is invalid`. */
function reasonOf({ status, body }: ProviderResponse): string {
  const known = z.safeParse(ErrorBody, body);
  const { description = '', details = {} } = known.success ? known.data : {};
  const sentences = Object.values(details).flatMap((list) =>
    list.flatMap((one) => one.description ?? []),
  );
  return (sentences.join(' ') || description || `Status ${status}.`).slice(0, 500);
}
