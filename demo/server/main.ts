import { join } from 'node:path';
import {
  createBackend,
  createLogger,
  listen,
  onStopSignal,
  readEnvironment,
  runCommand,
  seedDemo,
} from '../../server/index.ts';
import { openMailbox } from './mailbox.ts';
import { createSite } from './site.ts';

let wanted: number | undefined;

async function main(): Promise<void> {
  const environment = readEnvironment(process.env, { port: 4173, logLevel: 'warn' });
  const { port, host, dataDir, databaseUrl, folder } = environment;
  wanted = port;
  const logger = createLogger(environment.logLevel);
  const mailbox = await openMailbox(join(dataDir, 'mailbox'));
  const backend = await createBackend({
    databaseUrl,
    folder,
    logger,
    smtpUrl: mailbox.smtpUrl,
  }).catch(async (error: unknown) => {
    await mailbox.close();
    throw error;
  });
  const closeAll = async () => {
    await backend.close();
    await mailbox.close();
  };
  try {
    await seedDemo(backend.database.kysely);
    const server = await listen(createSite(backend.app.fetch, mailbox), { port, host });
    onStopSignal(() => server.close().then(closeAll));
    announce(`http://localhost:${server.port}`);
  } catch (error) {
    await closeAll();
    throw error;
  }
}

function announce(origin: string): void {
  const lines = [
    `Dashboard  ${origin}/`,
    `React      ${origin}/react/`,
    `Mailbox    ${origin}/mailbox`,
    `API        ${origin}/v1/`,
    `Ready  ${origin}/`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

await runCommand(main, () => wanted);
