import { type Check, type CheckGroup, Mismatch, NotChecked } from './check.ts';
import { groups } from './groups.ts';
import { type ConformanceOptions, TestedBackend } from './testedBackend.ts';

/** The result of a check. A failed check has `actual` and `advice`, a skipped one has `reason`. */
export type CheckResult = { group: string; name: string; seconds: number } & (
  | { outcome: 'passed' }
  | { outcome: 'failed'; expected: string; actual: string; advice: string }
  | { outcome: 'not checked'; reason: string }
);

/** Runs the checks of the named groups or of all groups, one after the other. */
export async function checkConformance(
  options: ConformanceOptions,
  only: readonly string[] = groups.map(({ name }) => name),
  onResult: (result: CheckResult) => void = () => {},
): Promise<CheckResult[]> {
  const backend = new TestedBackend(options);
  const results: CheckResult[] = [];
  for (const group of groups.filter(({ name }) => only.includes(name))) {
    for (const check of group.checks) {
      const result = await runCheck(group, check, backend);
      results.push(result);
      onResult(result);
    }
  }
  return results;
}

async function runCheck(
  group: CheckGroup,
  check: Check,
  backend: TestedBackend,
): Promise<CheckResult> {
  const { name, advice } = check;
  const started = performance.now();
  const failure = await check.run(backend).catch((error: unknown) => error);
  const result = { group: group.name, name, seconds: (performance.now() - started) / 1_000 };
  if (failure === undefined) return { ...result, outcome: 'passed' };
  if (failure instanceof NotChecked) {
    return { ...result, outcome: 'not checked', reason: failure.message };
  }
  const { expected, actual } =
    failure instanceof Mismatch ? failure : { expected: 'a response', actual: reasonOf(failure) };
  return { ...result, outcome: 'failed', expected, actual, advice };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
