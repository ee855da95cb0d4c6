import type { Hono } from 'hono';
import { apiErrors } from '../base/apiErrors.ts';
import { missingPackage } from '../base/missingPackage.ts';
import type { Environment } from '../http/answer.ts';
import { readJson } from '../http/jsonBody.ts';
import { createMcpServer } from './mcpTools.ts';
import { limitPage, type PublicPages, readPublicAccount } from './publicAccount.ts';

const path = '/mcp/:account';

/**
 * The Model Context Protocol for other assistants, of each account that has opened it: published articles and
 * the public status, read only. No session is kept; each request is answered by itself.
 */
export function addMcp(app: Hono<Environment>, basePath: string, deps: PublicPages): void {
  app.post(path, async (c) => {
    const id = c.req.param('account');
    const account = await readPublicAccount(deps, id, 'mcp');
    if (account === undefined) return c.notFound();
    await limitPage(c, deps, id);
    const parsedBody = await readJson(c.req.raw);
    const sdk = await loadSdk().catch((error: unknown) => {
      c.get('logger').warn({ err: error }, 'Request of MCP not answered: a package is missing');
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

/** The package is loaded only where an assistant asks. */
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
