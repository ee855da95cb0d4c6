import { IntegrationError } from '../base/integrationError.ts';
import type { Endpoint } from './provider.ts';
import { errorTypeOf, failure, fetchOnce, withNetworkErrors } from './requestJson.ts';

interface Download {
  url: string;
  headers: Record<string, string>;
  /** Origins that receive the headers, besides that of the endpoint. */
  trusted?: readonly string[];
  maxBytes: number;
}

/** Number of redirects that are followed, for example to the storage of the service. */
const maxRedirects = 2;

/**
 * Downloads a file of a service. The headers contain credentials, so they are only sent to the
 * service itself, and not to the address of a redirect elsewhere. Returns undefined if the file is
 * larger than `maxBytes`. @throws IntegrationError
 */
export function downloadFile(
  endpoint: Endpoint,
  { url, headers, trusted = [], maxBytes }: Download,
): Promise<Uint8Array | undefined> {
  const origins = [new URL(endpoint.baseUrl).origin, ...trusted];
  return withNetworkErrors(endpoint, async () => {
    let target = addressOf(url);
    for (let redirects = 0; ; redirects += 1) {
      const isTrusted = origins.includes(target.origin);
      const response = await fetchOnce(endpoint, target.href, {
        headers: { 'User-Agent': 'penguinmails-support-widget', ...(isTrusted && headers) },
      });
      const { status, headers: responseHeaders } = response;
      const withoutBody = { status, headers: responseHeaders, body: undefined };
      const type = errorTypeOf(withoutBody);
      if (type === undefined) return await readBytes(response, maxBytes);
      await response.body?.cancel();
      const location = status >= 300 && status < 400 ? responseHeaders.get('Location') : null;
      if (location === null || redirects === maxRedirects) throw failure(type, withoutBody);
      target = addressOf(location, target);
    }
  });
}

function addressOf(url: string, base?: URL): URL {
  const target = URL.canParse(url, base?.href) ? new URL(url, base) : undefined;
  if (target !== undefined && /^https?:$/.test(target.protocol)) return target;
  throw new IntegrationError('configuration_error', 'The address of the file is not valid.');
}

async function readBytes(response: Response, maxBytes: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
