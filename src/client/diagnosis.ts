import { explain } from '../core/explain.ts';
import { PenguinMailsError } from '../errors.ts';
import type { ClientOptions } from './request.ts';

/** Explains problems to the developer of the page that no visitor can fix: a wrong key, origin or address. */
export interface Diagnosis {
  /** The backend has answered with data. */
  answered(): void;
  /** Called when an attempt has failed. */
  failed(error: unknown): void;
}

/** A single lost attempt is a network problem. */
const minLostAttempts = 3;

export function createDiagnosis(options: ClientOptions): Diagnosis {
  // A backend that has answered on this page is at the right address; what fails then is an outage.
  let isReached = false;
  let lostAttempts = 0;

  function isMistake(code: string): boolean {
    if (/^(INVALID_KEY|ACCOUNT_|ORIGIN_|IDENTITY_(?!UNAV))/.test(code)) return true;
    if (isReached) return false;
    return code === 'NETWORK'
      ? ++lostAttempts >= minLostAttempts && navigator.onLine
      : /^(CONTRACT|HTTP_4(?!08|29))/.test(code);
  }

  return {
    answered() {
      isReached = true;
    },
    failed(error) {
      if (error instanceof PenguinMailsError && isMistake(error.code)) {
        explain(({ refused }) => refused(error, options), error);
      }
    },
  };
}
