import type { Hono } from 'hono';
import { apiErrors } from '../base/apiErrors.ts';
import { missingPackage } from '../base/missingPackage.ts';
import type { Environment } from '../http/envelope.ts';
import { readJson } from '../http/jsonBody.ts';
import { requestLogger } from '../http/requestLog.ts';
import { createMcpServer } from './mcpTools.ts';
import { limitPage, type PublicPages, readPublicAccount } from './publicAccount.ts';

const path = '/mcp/:account';
const maxBatchedCalls = 50;

/**
 * Serves the Model Context Protocol for AI assistants, for each account that has enabled it.
 * Assistants can read published articles and the public status. There are no sessions: each request
 * is handled on its own.
 */
export function addMcp(app: Hono<Environment>, basePath: string, deps: PublicPages): void {
  app.post(path, async (c) => {
    const id = c.req.param('account');
    const account = await readPublicAccount(deps, id, 'mcp');
    if (account === undefined) return c.notFound();
    await limitPage(c, deps, id);
    const parsedBody = await readJson(c.req.raw);
    // Each further call of a batch counts as a request.
    const further = Array.isArray(parsedBody) ? parsedBody.length - 1 : 0;
    if (further >= maxBatchedCalls)
      throw apiErrors.malformed(`Send at most ${maxBatchedCalls} calls at once.`);
    for (let call = 0; call < further; call += 1) await limitPage(c, deps, id);
    const sdk = await loadSdk().catch((error: unknown) => {
      requestLogger(c).warn({ err: error }, 'Request of MCP not answered: a package is missing');
      throw apiErrors.unavailable(error);
    });
    const origin = deps.publicUrl?.replace(/\/$/, '') ?? new URL(c.req.url).origin;
    const server = createMcpServer(sdk, {
      db: deps.database.kysely,
      account,
      basePath: `${origin}${basePath}`,
    });
    const transport = new sdk.Transport({ enableJsonResponse: true });
    await server.connect(transport);
    try {
      return await transport.handleRequest(c.req.raw, { parsedBody });
    } finally {
      await server.close();
    }
  });
  app.all(path, () => {
    throw apiErrors.methodNotAllowed('Send requests with POST; there is no stream to open.');
  });
}

export type McpSdk = Awaited<ReturnType<typeof loadSdk>>;

/** Loads the package only when an assistant sends a request. */
async function loadSdk() {
  try {
    const { McpServer } = await import('@modelcontextprotocol/sdk/server/mcp.js');
    const { WebStandardStreamableHTTPServerTransport: Transport } = await import(
      '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js'
    );
    return { McpServer, Transport };
  } catch (error) {
    throw missingPackage('@modelcontextprotocol/sdk', 'The setting mcp', error);
  }
}
