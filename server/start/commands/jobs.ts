import { isUuid } from '../../base/uuid.ts';
import { type Command, print, readArguments, wrongArguments } from '../command.ts';
import { withDatabase } from '../withDatabase.ts';

/** Jobs that a list shows. */
const shown = 1_000;

export const jobs: Command = {
  summary: 'Lists jobs that were given up, or queues them once more.',
  usage: 'list|retry [--id <id>] [--type <type>] [--account <id>] [--all]',
  details: 'Of every account unless one is named. `retry` wants to know which, or `--all`.',
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
      throw wrongArguments('Say list or retry.');
    }
    for (const given of [id, account]) {
      if (given !== undefined && !isUuid(given)) throw wrongArguments(`${given} is no id.`);
    }
    if (action === 'retry' && !all && (id ?? type ?? account) === undefined) {
      throw wrongArguments('Say which jobs are to be retried, or --all.');
    }
    await withDatabase(async ({ kysely }) => {
      const { inScope } = await import('../../db/scope.ts');
      const { listStoredDeadJobs, retryStoredDeadJobs } = await import('../../queue/deadJobs.ts');
      const wanted = { id, type, everyAccount: account === undefined };
      const scope = { actor: 'worker', ...(account && { tenantId: account }) } as const;
      if (action === 'retry') {
        const count = await inScope(kysely, scope, (trx) => retryStoredDeadJobs(trx, wanted));
        print(`${count} queued`);
        return;
      }
      const found = await inScope(kysely, scope, (trx) => listStoredDeadJobs(trx, wanted, shown));
      for (const job of found) {
        const { failed_at, tenant_id, last_error, payload } = job;
        const about = Object.entries(payload).map(([name, value]) => `${name}=${value}`);
        print(
          [failed_at.toISOString(), job.id, tenant_id, job.type, ...about, last_error].join('  '),
        );
      }
      print(`${found.length} given up`);
    });
  },
};
