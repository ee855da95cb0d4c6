import { element } from './make.ts';

/** Says in the page's `#problem` what went wrong, until something works again. */
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
