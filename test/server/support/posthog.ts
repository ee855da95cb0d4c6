import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import * as z from 'zod/mini';

const Batch = z.object({
  api_key: z.string(),
  batch: z.array(
    z.object({
      event: z.string(),
      uuid: z.string(),
      distinct_id: z.string(),
      timestamp: z.string(),
      properties: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type Captured = z.infer<typeof Batch>['batch'][number];

/**
 * Starts the capture endpoint of PostHog. It accepts batches for one key, and stores one event per
 * uuid and distinct id.
 */
export async function startPostHog(key: string) {
  const kept = new Map<string, Captured>();
  const state = { isBroken: false, requests: 0 };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    state.requests += 1;
    const respond = (status: number) =>
      response.writeHead(status, { 'Content-Type': 'application/json' }).end('{"status": 1}');
    if (state.isBroken) return respond(503);
    if (request.method !== 'POST' || !request.url?.startsWith('/batch')) return respond(404);
    const body = Buffer.concat(chunks);
    const isZipped = request.headers['content-encoding'] === 'gzip' || body[0] === 0x1f;
    const parsed = z.safeParse(
      Batch,
      JSON.parse((isZipped ? gunzipSync(body) : body).toString('utf8')),
    );
    if (!parsed.success) return respond(400);
    if (parsed.data.api_key !== key) return respond(401);
    for (const one of parsed.data.batch) kept.set(`${one.uuid} ${one.distinct_id}`, one);
    return respond(200);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    host: `http://127.0.0.1:${port}`,
    state,
    events: () => [...kept.values()],
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
