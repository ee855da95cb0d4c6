import type { CheckResult } from './conformance.ts';

const marks = { passed: 'ok  ', failed: 'FAIL', 'not checked': '–   ' } as const;

/** Returns a result as lines for a terminal. */
export function linesOf(result: CheckResult): string[] {
  const line = `${marks[result.outcome]}  ${result.group}: ${result.name}`;
  if (result.outcome === 'passed') return [line];
  if (result.outcome === 'not checked') return [line, `        ${result.reason}`];
  return [
    line,
    `        expected  ${result.expected}`,
    `        actual    ${result.actual}`,
    `        fix       ${result.advice}`,
  ];
}

/** `41 passed, 1 failed, 2 not checked.` */
export function summaryOf(results: readonly CheckResult[]): string {
  const counts = (['passed', 'failed', 'not checked'] as const).map(
    (outcome) => `${results.filter((result) => result.outcome === outcome).length} ${outcome}`,
  );
  return `${counts.join(', ')}.`;
}
