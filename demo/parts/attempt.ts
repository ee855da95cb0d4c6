import { element } from './make.ts';

/** Shows an error in the page's `#problem` until something succeeds again. */
export async function attempt(work: () => Promise<unknown>): Promise<void> {
  const problem = element('#problem');
  try {
    await work();
    problem.hidden = true;
  } catch (error) {
    problem.textContent = error instanceof Error ? error.message : 'Something went wrong.';
    problem.hidden = false;
  }
}
