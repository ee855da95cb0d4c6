import { createHandler, createLogger, readEnvironment } from '@penguinmails/support-server';

const environment = readEnvironment(process.env, { port: 0 });
const support = createHandler({ ...environment, logger: createLogger(environment.logLevel) });

export default {
  fetch: (request, _env, context) =>
    support.fetch(request, {
      address: request.headers.get('CF-Connecting-IP'),
      waitUntil: (work) => context.waitUntil(work),
    }),
  scheduled: () => support.tick(),
} satisfies ExportedHandler;
