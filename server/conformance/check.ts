import type { TestedBackend } from './testedBackend.ts';

/** A requirement that a conforming backend meets. */
export interface Check {
  /** A sentence about the backend. */
  name: string;
  /** How to fix a backend that fails. */
  advice: string;
  /** @throws Mismatch when the backend does something else · NotChecked when that cannot be found out */
  run(backend: TestedBackend): Promise<void>;
}

/** Checks of one subject. `name` is what `--only` takes. */
export interface CheckGroup {
  name: string;
  checks: readonly Check[];
}

/** The backend deviates from the contract. */
export class Mismatch extends Error {
  readonly expected: string;
  readonly came: string;

  constructor(expected: string, came: string) {
    super(`Expected ${expected}; came ${came}.`);
    this.expected = expected;
    this.came = came;
  }
}

/** The check needs something that this run or this backend does not have. */
export class NotChecked extends Error {}

/** @throws Mismatch unless `isMet` */
export function expectThat(isMet: boolean, expected: string, came: string): void {
  if (!isMet) throw new Mismatch(expected, came);
}

/** Compares values that JSON can hold. @throws Mismatch */
export function expectSame(given: unknown, expected: unknown, what: string): void {
  const [came, wanted] = [JSON.stringify(given), JSON.stringify(expected)];
  expectThat(came === wanted, `${what}: ${wanted}`, `${came}`);
}
