import { element } from './make.ts';

type Work = () => Promise<unknown>;
/** The work whose error is shown. */
let failed: Work | undefined;

/** Runs an action of a person. Its error stays in the page's `#problem` until the next action. */
export async function attempt(action: Work): Promise<void> {
  hideProblem();
  await action().catch((error: unknown) => showProblem(action, error));
}

/**
 * Runs a repeated update. Its error is hidden when the same update succeeds again. The error of an
 * action stays, since a person has to read it.
 */
export async function runUpdate(update: Work): Promise<void> {
  try {
    await update();
    if (failed === update) hideProblem();
  } catch (error) {
    showProblem(update, error);
  }
}

function hideProblem(): void {
  failed = undefined;
  element('#problem').hidden = true;
}

function showProblem(work: Work, error: unknown): void {
  failed = work;
  const problem = element('#problem');
  problem.textContent = error instanceof Error ? error.message : 'Something went wrong.';
  problem.hidden = false;
}
