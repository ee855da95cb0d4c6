import { listDeadJobs, retryDeadJob } from '../../src/contract/job.ts';
import { apiErrors } from '../base/apiErrors.ts';
import { isUuid } from '../base/uuid.ts';
import { asOneStatement, noInput, route } from '../http/route.ts';
import { listStoredDeadJobs, retryStoredDeadJobs } from '../queue/deadJobs.ts';

/** Maximum number of jobs in a list, newest first. */
const maxListedJobs = 100;

export const listDeadJobsRoute = asOneStatement(
  route({ ...noInput, ...listDeadJobs }, async ({ trx, query: { type } }) => {
    const jobs = await listStoredDeadJobs(trx, { type }, maxListedJobs);
    return {
      jobs: jobs.map(({ failed_at, last_error, ...job }) => ({
        ...job,
        failed_at: failed_at.toISOString(),
        error: last_error ?? 'unknown',
      })),
    };
  }),
);

export const retryDeadJobRoute = route({ ...noInput, ...retryDeadJob }, async ({ trx, param }) => {
  const id = param('id');
  const queued = isUuid(id) ? await retryStoredDeadJobs(trx, { id }) : [];
  if (queued.length === 0)
    throw apiErrors.notFound(
      'There is no such dead job. It may have been retried: load the list again.',
    );
  return { queued: true as const };
});
