import * as z from 'zod/mini';

/** Address and credentials of a server that does not speak HTTP. */
export interface ServerAddress {
  protocol: string;
  host: string;
  port: number | undefined;
  user: string;
  password: string;
  /** Empty if the address has no path. */
  path: string;
  options: ReadonlyMap<string, string>;
}

const hostOnly = /^([a-z0-9_]([a-z0-9_.-]*[a-z0-9])?|\[[\da-f:.]+\])$/i;

/**
 * Validates an address that a customer entered, such as `smtp://user:password@host:587`. Libraries
 * accept files, sockets and options in such addresses. So only the parts that are read here are
 * passed on. `options`: allowed parameters of the query.
 */
export function serverUrl(
  protocols: readonly string[],
  options: readonly string[] = [],
): z.ZodMiniType<string> {
  const error = `Must begin with ${protocols.map((one) => `${one}//`).join(' or ')}.`;
  const only = options.length === 0 ? 'no options' : `no options but ${options.join(' and ')}`;
  return z.string({ error: 'This field is required.' }).check(
    z.refine((url) => URL.canParse(url) && protocols.includes(new URL(url).protocol), {
      error,
      abort: true,
    }),
    z.refine((url) => hostOnly.test(new URL(url).hostname), {
      error: 'Must name one host, no file and no socket.',
    }),
    z.refine((url) => decodable(new URL(url)), { error: 'Must be correctly percent-encoded.' }),
    z.refine((url) => [...new URL(url).searchParams.keys()].every((key) => options.includes(key)), {
      error: `Must have ${only}.`,
    }),
  );
}

/** Parses an address that `serverUrl` has accepted. */
export function readServerUrl(url: string): ServerAddress {
  const { protocol, hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    protocol,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? undefined : Number(port),
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    path: decodeURIComponent(pathname.slice(1)),
    options: new Map(searchParams),
  };
}

function decodable({ username, password, pathname }: URL): boolean {
  try {
    for (const part of [username, password, pathname]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
