import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts a server in a process of its own. `begin` and `end` measure its CPU time, for all threads,
 * that of its Postgres, and its heap after a collection of garbage. With `profile`, they write a CPU
 * profile to that file.
 */
export async function start(kind, env, postgres) {
  const child = fork(new URL('process.mjs', import.meta.url), [kind], {
    env,
    execArgv: ['--expose-gc'],
  });
  const ended = once(child, 'close').then(([code]) => {
    throw new Error(`${kind} ended with ${code}.`);
  });
  ended.catch(() => {});
  const message = async () => (await Promise.race([once(child, 'message'), ended]))[0];
  const { port } = await message();
  const readPostgres = () => postgres?.cpuMicros() ?? 0;
  let atBegin;
  return {
    url: `http://127.0.0.1:${port}`,
    async begin(options) {
      child.send({ begin: options });
      atBegin = { ...(await message()), postgres: readPostgres() };
    },
    async end(options) {
      child.send({ end: options });
      const { heapMb, ...rest } = await message();
      return {
        ...rest,
        postgresMicros: readPostgres() - atBegin.postgres,
        heapMb: { begin: atBegin.heapMb, end: heapMb },
      };
    },
    analyze: async () => postgres?.analyze(),
    async stop() {
      child.kill('SIGKILL');
      await ended.catch(() => {});
    },
  };
}
