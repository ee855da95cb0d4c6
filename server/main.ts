#!/usr/bin/env node
import { onStopSignal, runCommand } from './startup.ts';

let port: number | undefined;

/** The backend alone, from the environment. Packages are loaded here so that a missing one can be named. */
async function main(): Promise<void> {
  const { readEnvironment } = await import('./environment.ts');
  const { createLogger } = await import('./logger.ts');
  const { createBackend } = await import('./backend.ts');
  const { listen } = await import('./listen.ts');

  const environment = readEnvironment(process.env, { port: 4174 });
  port = environment.port;
  const logger = createLogger(environment.logLevel);
  const backend = await createBackend({ ...environment, logger });
  try {
    const server = await listen(backend.app.fetch, environment);
    logger.info({ port: server.port }, 'Ready');
    onStopSignal(async () => {
      logger.info('Stopping');
      await server.close();
      await backend.close();
    });
  } catch (error) {
    await backend.close();
    throw error;
  }
}

await runCommand(main, () => port);
