import { explain } from '../core/explain.ts';
import { AuthorizationError, ContractError, NetworkError, PenguinMailsError } from '../errors.ts';
import type { ClientOptions } from './request.ts';

/** Explains to the page's developer what no visitor can fix: a wrong key, origin or address. */
export interface Diagnosis {
  /** The backend has answered with data. */
  answered(): void;
  /** One attempt has failed. */
  failed(error: unknown): void;
}

/** One lost attempt is the network's. */
const minLostAttempts = 3;

export function createDiagnosis(options: Pick<ClientOptions, 'apiKey' | 'baseUrl'>): Diagnosis {
  // A backend that has answered on this page is at the right address; what fails then is an outage.
  let isReached = false;
  let lostAttempts = 0;
  const address = () => new URL(options.baseUrl, location.href).href;

  return {
    answered() {
      isReached = true;
    },
    failed(error) {
      if (!(error instanceof PenguinMailsError)) return; // ended by its caller
      const { code, message } = error;
      if (code === 'INVALID_KEY') {
        explain(({ unknownKey }) => unknownKey(options.apiKey), error);
      } else if (code.startsWith('IDENTITY_') && error.name === 'AuthenticationError') {
        explain(({ refusedIdentity }) => refusedIdentity(message), error);
      } else if (code === 'ORIGIN_NOT_ALLOWED' && error instanceof AuthorizationError) {
        explain(({ refusedOrigin }) => refusedOrigin(location.origin), error);
      } else if (isReached) {
        return;
      } else if (error instanceof NetworkError && code === 'NETWORK') {
        lostAttempts++;
        if (lostAttempts < minLostAttempts || navigator.onLine === false) return;
        explain(({ noAnswer }) => noAnswer(address()), error);
      } else if (error instanceof ContractError || /^HTTP_4(?!08|29)/.test(code)) {
        explain(({ noApi }) => noApi(address(), message), error);
      }
    },
  };
}
