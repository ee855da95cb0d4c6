import * as z from 'zod/mini';
import type { ErrorDetail } from '../../src/contract/envelope.ts';
import { IntegrationError } from '../base/integrationError.ts';
import type { Fetch } from '../base/outboundFetch.ts';
import type { Desk } from './desk.ts';
import type { Inbound } from './inbound.ts';

/** Address and HTTP client for a provider. `baseUrl` has no trailing slash. */
export interface Endpoint {
  baseUrl: string;
  fetch: Fetch;
  signal: AbortSignal;
  /** Number of characters of a response that are read. Default 1 million, enough for a probe. */
  maxResponseLength?: number;
}

/** A notification for the team. */
export interface Notice {
  title: string;
  text: string;
  facts: Readonly<Record<string, string>>;
  url?: string | undefined;
}

type EndpointOptions = Omit<Endpoint, 'baseUrl'> & {
  /** Replaces the default base URL. */
  baseUrl?: string | undefined;
};

/** OAuth settings: authorization code with PKCE. */
export interface OAuthServer {
  issuer: string;
  authorization: string;
  token: string;
  /**
   * Revocation path (RFC 7009). A path with `{token}` is requested with DELETE instead. Without it,
   * tokens expire on their own.
   */
  revocation?: string;
  /** The minimum scopes that the checks need. */
  scopes: readonly string[];
  /** Additional parameters of the provider. */
  extra?: Readonly<Record<string, string>>;
}

/** An external system, described by data and some functions. */
export interface Provider {
  id: string;
  oauth?: OAuthServer;
  /** Returns the errors in credentials; empty if they are valid. */
  check(credentials: unknown): ErrorDetail[];
  /**
   * Sends a request that needs the credentials, changes nothing and is free of charge.
   * @throws IntegrationError
   */
  probe?: (credentials: unknown, endpoint: EndpointOptions) => Promise<void>;
  inbound?: Inbound;
  /** Notifies the team in its chat. @throws IntegrationError */
  notify?: (credentials: unknown, endpoint: EndpointOptions, notice: Notice) => Promise<void>;
  /** Opens the team's help desk there. @throws IntegrationError for incomplete credentials */
  desk?: (credentials: unknown, endpoint: EndpointOptions) => Desk;
}

interface ProviderSpec<Credentials> {
  id: string;
  credentials: z.ZodMiniType<Credentials>;
  /** The default base URL of its API. */
  baseUrl?: string | ((credentials: Credentials) => string);
  probe?: (credentials: Credentials, endpoint: Endpoint) => Promise<unknown>;
  inbound?: Inbound;
  oauth?: OAuthServer;
  notify?: (credentials: Credentials, endpoint: Endpoint, notice: Notice) => Promise<void>;
  desk?: (credentials: Credentials, endpoint: Endpoint) => Desk;
}

export function defineProvider<Credentials>(spec: ProviderSpec<Credentials>): Provider {
  const {
    id,
    credentials: schema,
    baseUrl: defaultBaseUrl = '',
    probe,
    notify,
    oauth,
    inbound,
    desk,
  } = spec;
  const at = (credentials: Credentials, { baseUrl, ...endpoint }: EndpointOptions): Endpoint => {
    const base =
      baseUrl ??
      (typeof defaultBaseUrl === 'string' ? defaultBaseUrl : defaultBaseUrl(credentials));
    return { ...endpoint, baseUrl: base.replace(/\/+$/, '') };
  };
  return {
    id,
    ...(oauth !== undefined && { oauth }),
    ...(inbound !== undefined && { inbound }),
    check(values) {
      const result = z.safeParse(schema, values);
      if (result.success) return [];
      return result.error.issues.map(({ path, message }) => ({
        field: ['credentials', ...path].join('.'),
        message,
      }));
    },
    ...(probe !== undefined && {
      async probe(values: unknown, options: EndpointOptions) {
        const credentials = accepted(schema, values);
        await probe(credentials, at(credentials, options));
      },
    }),
    ...(notify !== undefined && {
      async notify(values: unknown, options: EndpointOptions, notice: Notice) {
        const credentials = accepted(schema, values);
        await notify(credentials, at(credentials, options), notice);
      },
    }),
    ...(desk !== undefined && {
      desk(values: unknown, options: EndpointOptions) {
        const credentials = accepted(schema, values);
        return desk(credentials, at(credentials, options));
      },
    }),
  };
}

/** Stored credentials may be invalid by newer rules. */
function accepted<T>(schema: z.ZodMiniType<T>, values: unknown): T {
  const result = z.safeParse(schema, values);
  if (result.success) return result.data;
  const fields = result.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new IntegrationError(
    'configuration_error',
    `The stored credentials are not accepted. Set them again. ${fields.join(' ')}`,
  );
}

/** A secret: not empty, and without characters that could end a header. */
export const secret = z.string({ error: 'This field is required.' }).check(
  z.regex(/^[\x21-\x7e]{1,8192}$/, {
    error: 'Must be one line of ASCII characters without spaces.',
  }),
);

/** Part of a host name, such as `acme` in acme.zendesk.com. */
export const hostLabel = z
  .string({ error: 'This field is required.' })
  .check(z.regex(/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/i, { error: 'Must be a host name part.' }));

export const hostName = z.string({ error: 'This field is required.' }).check(
  z.regex(/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+$/i, {
    error: 'Must be a host name.',
  }),
);

export const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

export const basic = (user: string, password: string) => ({
  Authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
});
