import { explain } from '../core/explain.ts';
import { ContractError, PenguinMailsError } from '../errors.ts';
import type { ClientOptions } from './request.ts';

/** Explains problems to the developer of the page that no visitor can fix: a wrong key, origin or address. */
export interface Diagnosis {
  /** Called when the backend has responded with data. */
  answered(): void;
  /** Called when an attempt has failed. */
  failed(error: unknown): void;
}

/** A single lost attempt is treated as a network problem. */
const minLostAttempts = 3;

export function createDiagnosis(options: ClientOptions): Diagnosis {
  // If the backend has responded on this page, its address is correct, so later failures are
  // outages.
  let isReached = false;
  let lostAttempts = 0;

  function isMistake(error: PenguinMailsError): boolean {
    const { code } = error;
    if (/^(INVALID_KEY|ACCOUNT_|ORIGIN_|IDENTITY_(?!UNAV))/.test(code)) return true;
    if (isReached) return false;
    return code === 'NETWORK'
      ? ++lostAttempts >= minLostAttempts && navigator.onLine
      : error instanceof ContractError || /^HTTP_4(?!08|29)/.test(code);
  }

  return {
    answered() {
      isReached = true;
    },
    failed(error) {
      if (error instanceof PenguinMailsError && isMistake(error)) {
        explain(({ explainRejection }) => explainRejection(error, options), error);
      }
    },
  };
}
