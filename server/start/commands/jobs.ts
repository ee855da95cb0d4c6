import { isUuid } from '../../base/uuid.ts';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import type { JobsRequest } from '../jobsRequest.ts';
import { findRunningServer } from '../runningServer.ts';
import { withDatabase } from '../withDatabase.ts';

export const jobs: Command = {
  summary: 'Lists dead jobs, or queues them again.',
  log: 'account',
  usage: 'list|retry [--id <id>] [--type <type>] [--account <id>] [--all]',
  details: 'Covers every account, unless --account names one. `retry` needs one of the options.',
  async run(args) {
    const text = { type: 'string' } as const;
    const { positionals, values } = readArguments(args, {
      id: text,
      type: text,
      account: text,
      all: { type: 'boolean', default: false },
    });
    const [action, ...more] = positionals;
    const { id, type, account, all } = values;
    if ((action !== 'list' && action !== 'retry') || more.length > 0) {
      throw wrongArguments('Add list or retry.');
    }
    for (const value of [id, account]) {
      if (value !== undefined && !isUuid(value)) throw wrongArguments(`${value} is not an id.`);
    }
    if (action === 'retry' && !all && (id ?? type ?? account) === undefined) {
      throw wrongArguments('Name the jobs to retry, or add --all.');
    }
    const request: JobsRequest = { action, id, type, account };
    const server = await findRunningServer();
    if (server !== undefined) {
      const { localJobs } = await import('../localCommands.ts');
      print(...(await server.call(localJobs, { body: request })).lines);
      return;
    }
    await withDatabase(async ({ kysely }) => {
      const { runJobsRequest } = await import('../jobsRequest.ts');
      print(...(await runJobsRequest(kysely, request)));
    });
  },
};
