import type { TestedBackend } from './testedBackend.ts';

/** A requirement for a conforming backend. */
export interface Check {
  /** A sentence about the backend. */
  name: string;
  /** The fix for a backend that fails the check. */
  advice: string;
  /**
   * @throws Mismatch if the backend behaves differently, NotChecked if that cannot be determined
   */
  run(backend: TestedBackend): Promise<void>;
}

/** Checks of one subject. `name` is the value for `--only`. */
export interface CheckGroup {
  name: string;
  checks: readonly Check[];
}

/** The backend deviates from the contract. */
export class Mismatch extends Error {
  readonly expected: string;
  readonly actual: string;

  constructor(expected: string, actual: string) {
    super(`Expected ${expected}; actual: ${actual}.`);
    this.expected = expected;
    this.actual = actual;
  }
}

/** The check needs something that is not available in this run or backend. */
export class NotChecked extends Error {}

/** @throws Mismatch unless `isMet` */
export function expectThat(isMet: boolean, expected: string, actual: string): void {
  if (!isMet) throw new Mismatch(expected, actual);
}

/** Compares JSON values. @throws Mismatch */
export function expectSame(received: unknown, expected: unknown, what: string): void {
  const [actual, expectedText] = [JSON.stringify(received), JSON.stringify(expected)];
  expectThat(actual === expectedText, `${what}: ${expectedText}`, `${actual}`);
}
