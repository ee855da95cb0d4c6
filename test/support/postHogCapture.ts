import { createServer, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';

const Captured = z.object({
  uuid: z.string(),
  event: z.string(),
  timestamp: z.string(),
  properties: z.looseObject({ token: z.string(), distinct_id: z.string() }),
});
export type CapturedEvent = z.infer<typeof Captured>;

/** One event, a list, or a batch that names the project once. */
const Body = z.union([
  z.array(Captured),
  z.pipe(
    z.looseObject({ batch: z.array(Captured) }),
    z.transform(({ batch }) => batch),
  ),
  z.pipe(
    Captured,
    z.transform((one) => [one]),
  ),
]);

/** Opens the capture endpoints of PostHog for posthog-js. Stores the decoded requests. */
export async function openPostHogCapture() {
  const events: CapturedEvent[] = [];
  const asked: { path: string; text: string }[] = [];
  const state = { flags: {} as Record<string, boolean>, isBroken: false };
  const server = createServer(async (request, response) => {
    const text = await readText(request);
    const { pathname: path } = new URL(request.url ?? '/', 'http://posthog.invalid');
    const respond = (status: number, body: unknown) =>
      response
        .writeHead(status, {
          'Content-Type': 'application/json',
          'Access-Control-Allow-Origin': request.headers.origin ?? '*',
          'Access-Control-Allow-Credentials': 'true',
          'Access-Control-Allow-Headers': request.headers['access-control-request-headers'] ?? '*',
        })
        .end(JSON.stringify(body));
    if (request.method === 'OPTIONS') return respond(204, {});
    asked.push({ path, text: `${request.url} ${text}` });
    if (state.isBroken) return respond(500, {});
    if (path === '/flags/')
      return respond(200, { flags: flagsOf(state.flags), errorsWhileComputingFlags: false });
    if (path.startsWith('/array/'))
      return respond(200, { hasFeatureFlags: true, supportedCompression: ['gzip-js'] });
    if (!['/e/', '/i/v0/e/', '/batch/'].includes(path)) return respond(404, {});
    const body = z.safeParse(Body, JSON.parse(text));
    if (!body.success) return respond(400, {});
    events.push(...body.data);
    return respond(200, { status: 'Ok' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    host: `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`,
    events,
    asked,
    state,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(resolve);
      }),
  };
}

/** Reads a body that is gzip (by its first bytes), base64 in a form, or JSON. */
async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes).toString('utf8');
  const text = bytes.toString('utf8');
  const data = text.startsWith('data=') ? new URLSearchParams(text).get('data') : null;
  return data === null ? text : Buffer.from(data, 'base64').toString('utf8');
}

function flagsOf(flags: Record<string, boolean>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(flags).map(([key, enabled]) => [
      key,
      {
        key,
        enabled,
        variant: null,
        reason: { code: 'condition_match' },
        metadata: { id: 1, version: 1 },
      },
    ]),
  );
}
