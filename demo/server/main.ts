import {
  createLocalDoor,
  demo,
  listen,
  onStopSignal,
  readEnvironment,
  runCommand,
  starting,
} from '../../server/index.ts';
import { openSite } from './site.ts';

let requestedPort: number | undefined;

async function main(): Promise<void> {
  const environment = readEnvironment(process.env, {
    port: 4173,
    logLevel: 'warn',
    rateLimits: { keyPerHour: 0, visitorPerMinute: 0, networkPerMinute: 0 },
  });
  requestedPort = environment.port;
  const access = createLocalDoor(environment.dataDir);
  const adminTokens = [...environment.adminTokens, access.token];
  let serve = starting;
  // Takes the port first, so that a port conflict shows before anything is opened.
  const server = await listen((request) => serve(request), environment);
  try {
    const origin = `http://localhost:${server.port}`;
    const site = await openSite({ ...environment, adminTokens }, origin);
    serve = site.fetch;
    access.open(server.port, environment.host);
    onStopSignal(async () => {
      access.close();
      site.endStreams();
      await server.close();
      await site.close();
    });
    // The stand-ins use this port, so nothing may be checked before.
    await site.connect();
    // Tests start with empty inboxes.
    if (process.argv.includes('--conversations')) await site.fill();
    announce(origin);
  } catch (error) {
    await server.close();
    throw error;
  }
}

function announce(origin: string): void {
  const lines = [
    `Dashboard  ${origin}/`,
    `Builder    ${origin}/builder/  (options, a preview and the code to install)`,
    `React      ${origin}/react/`,
    `Status     ${origin}/integrations.html`,
    `Customers  ${origin}/customers.html  (two accounts, four organizations)`,
    `Control    ${origin}/control/  (break and fix the systems)`,
    `Inbox      ${origin}/inbox/  (the team answers here)`,
    `Report     ${origin}/report/`,
    `Webhooks   ${origin}/webhooks/  (try endpoints, read the delivery log)`,
    `Help       ${origin}/help/${demo.tenantId}/  (the articles as public pages)`,
    `Mailbox    ${origin}/mailbox`,
    `API        ${origin}/v1/  (its endpoints, as OpenAPI)`,
    `Ready  ${origin}/`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

await runCommand(main, () => requestedPort);
