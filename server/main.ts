#!/usr/bin/env node
import { onStopSignal, runCommand } from './start/startup.ts';

let port: number | undefined;

/** The backend alone, from the environment. Packages are loaded here so that a missing one can be named. */
async function main(): Promise<void> {
  const { readEnvironment } = await import('./start/environment.ts');
  const { keepAlive } = await import('./base/containment.ts');
  const { createLogger } = await import('./base/logger.ts');
  const { createBackend } = await import('./start/backend.ts');
  const { listen, starting } = await import('./start/listen.ts');

  const environment = readEnvironment(process.env, { port: 4174 });
  port = environment.port;
  const logger = createLogger(environment.logLevel);
  keepAlive({
    onContained: (err) => logger.warn({ err }, 'Error outside of the work that it belongs to'),
    onFatal: (err) => logger.fatal({ err }, 'Error that nothing handles; the process ends'),
  });
  // The port first: that it is taken shows before anything is opened.
  let serve = starting;
  const server = await listen((request) => serve(request), environment);
  try {
    const backend = await createBackend({ ...environment, logger });
    serve = backend.app.fetch;
    onStopSignal(async () => {
      logger.info('Stopping');
      backend.endStreams();
      await server.close();
      await backend.close();
    });
    logger.info({ port: server.port }, 'Ready');
  } catch (error) {
    await server.close();
    throw error;
  }
}

await runCommand(main, () => port);
