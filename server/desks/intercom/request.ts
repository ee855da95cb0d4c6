import * as z from 'zod/mini';
import { DeskRejection, DeskTicketGone } from '../../ask/desk.ts';
import { bearer, type Endpoint } from '../../ask/provider.ts';
import { type ProviderResponse, requestJson } from '../../ask/requestJson.ts';

export interface IntercomCredentials {
  access_token: string;
}

const Failure = z.object({
  errors: z.array(z.object({ code: z.optional(z.string()), message: z.optional(z.string()) })),
});

type Request<T> = Omit<Parameters<typeof requestJson<T>>[2], 'explain' | 'headers'>;

/** Sends a request, and explains the errors of Intercom. */
export type IntercomClient = <T>(path: string, request: Request<T>) => Promise<T>;

export function intercomHeaders({ access_token }: IntercomCredentials) {
  return { ...bearer(access_token), 'Intercom-Version': '2.11' };
}

/** Errors: https://developers.intercom.com/docs/references/rest-api/errors/http-responses */
export function intercomClient(
  credentials: IntercomCredentials,
  endpoint: Endpoint,
): IntercomClient {
  const headers = intercomHeaders(credentials);
  return (path, request) =>
    requestJson(endpoint, path, {
      ...request,
      headers,
      explain: (response) => {
        if (response.status === 404 && conversationPath.test(path)) throw new DeskTicketGone();
        if (rejectedStatuses.includes(response.status)) {
          throw new DeskRejection(reasonOf(response));
        }
        return undefined;
      },
    });
}

const conversationPath = /^conversations\/\d+/;
const rejectedStatuses = [400, 409, 413, 422];

function reasonOf({ status, body }: ProviderResponse): string {
  const known = z.safeParse(Failure, body);
  const errors = known.success ? known.data.errors : [];
  const reason = errors.map(({ code = '', message }) => message ?? code).join(' ');
  return (reason || `Status ${status}.`).slice(0, 500);
}
