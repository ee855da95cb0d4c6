import { type Command, readArguments } from '../command.ts';
import { expectNoMore } from '../commandInput.ts';
import { onStopSignal } from '../startup.ts';

/** The default port. */
export const defaultPort = 4_174;

export const serve: Command = {
  summary: 'Serves the API and runs background work, until it is stopped.',
  log: 'none',
  usage: '',
  details: `Listens at PORT, ${defaultPort} by default. Runs pending migrations first.`,
  async run(args) {
    expectNoMore(readArguments(args, {}).positionals);
    const { readEnvironment } = await import('../environment.ts');
    const { keepAlive } = await import('../../base/containment.ts');
    const { createLogger } = await import('../../base/logger.ts');
    const { createBackend } = await import('../backend.ts');
    const { listen, starting } = await import('../listen.ts');
    const { addDesk, deskFolder } = await import('../../routes/desk.ts');
    const { addLocalCommands } = await import('../localCommands.ts');
    const { createLocalAccess: createLocalDoor } = await import('../localAccess.ts');

    const environment = readEnvironment(process.env, { port: defaultPort });
    const logger = createLogger(environment.logLevel);
    const access = createLocalDoor(environment.dataDir);
    const adminTokens = [...environment.adminTokens, access.token];
    keepAlive({
      onContained: (err) =>
        logger.warn({ err }, 'An error outside of a request was caught; the process continues'),
      onFatal: (err) => logger.fatal({ err }, 'Uncaught error; the process exits'),
    });
    // Takes the port first, so that a port conflict shows before anything is opened.
    let handle = starting;
    const server = await listen((request) => handle(request), environment);
    try {
      const backend = await createBackend({ ...environment, adminTokens, logger });
      addLocalCommands(backend.app, access.token, backend);
      addDesk(backend.app, deskFolder());
      handle = backend.app.fetch;
      access.open(server.port, environment.host);
      onStopSignal(async () => {
        logger.info('Stopping: waiting for requests and jobs');
        access.close();
        backend.endStreams();
        await server.close();
        await backend.close();
      });
      logger.info({ port: server.port }, 'Server ready');
    } catch (error) {
      await server.close();
      throw error;
    }
  },
};
