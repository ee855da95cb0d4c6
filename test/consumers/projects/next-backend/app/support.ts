import { createHandler, createLogger, readEnvironment } from '@penguinmails/support-server';

const environment = readEnvironment(process.env, { port: 0 });

export const support = createHandler({
  ...environment,
  logger: createLogger(environment.logLevel),
});
