import * as z from 'zod/mini';
import { ConfigurationError } from '../../src/errors.ts';
import type { OAuthClient, OAuthOptions } from '../connections/connections.ts';

const optionalText = z.optional(z.string());

/** Variables with the client id and secret of each provider whose accounts can be connected. */
export const oauthVariables = {
  OAUTH_GOOGLE_CLIENT_ID: optionalText,
  OAUTH_GOOGLE_CLIENT_SECRET: optionalText,
  OAUTH_MICROSOFT_CLIENT_ID: optionalText,
  OAUTH_MICROSOFT_CLIENT_SECRET: optionalText,
  OAUTH_HUBSPOT_CLIENT_ID: optionalText,
  OAUTH_HUBSPOT_CLIENT_SECRET: optionalText,
  OAUTH_SALESFORCE_CLIENT_ID: optionalText,
  OAUTH_SALESFORCE_CLIENT_SECRET: optionalText,
};

const Variables = z.object({ ...oauthVariables, PUBLIC_URL: optionalText });

/**
 * Returns the clients whose id and secret are both set. Their redirect URI begins with
 * `PUBLIC_URL`.
 *
 * @throws ConfigurationError for a client without its id or secret, and if `PUBLIC_URL` is not set
 */
export function oauthOf(variables: z.infer<typeof Variables>): OAuthOptions | undefined {
  const clients: Record<string, OAuthClient> = {};
  for (const provider of ['google', 'microsoft', 'hubspot', 'salesforce'] as const) {
    const prefix = `OAUTH_${provider.toUpperCase()}` as Uppercase<`OAUTH_${typeof provider}`>;
    const id = variables[`${prefix}_CLIENT_ID`];
    const secret = variables[`${prefix}_CLIENT_SECRET`];
    if (id === undefined && secret === undefined) continue;
    if (id === undefined || secret === undefined) {
      const [idName, secretName] = [`${prefix}_CLIENT_ID`, `${prefix}_CLIENT_SECRET`];
      const [missing, other] = id === undefined ? [idName, secretName] : [secretName, idName];
      throw new ConfigurationError(
        `The variable ${missing} must be set together with ${other}.`,
        missing,
      );
    }
    clients[provider] = { id, secret };
  }
  if (Object.keys(clients).length === 0) return undefined;
  const { PUBLIC_URL: publicUrl } = variables;
  if (publicUrl === undefined) {
    const sentence = 'The variable PUBLIC_URL must be set to connect accounts by OAuth.';
    throw new ConfigurationError(sentence, 'PUBLIC_URL');
  }
  return { publicUrl, clients };
}
