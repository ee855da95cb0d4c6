import type { StandInAnswer, StandInRequest } from '../standIn.ts';

/** An error of the next request that matches. `isApplied`: the change is made, but not confirmed. */
export interface Fault {
  matches: RegExp;
  /** A part of the body. */
  body?: string;
  response: StandInAnswer | 'hang';
  isApplied?: boolean;
}

type Decide = (request: StandInRequest) => StandInAnswer | Promise<StandInAnswer>;

/** Lets requests of a stand-in fail. Matches against method and path, such as `PUT /api/v2`. */
export function withFaults(decide: Decide) {
  const faults: Fault[] = [];
  return {
    faults,
    async respond(request: StandInRequest): Promise<StandInAnswer | 'hang'> {
      const line = `${request.method} ${request.path}`;
      const index = faults.findIndex(
        ({ matches, body = '' }) => matches.test(line) && request.body.includes(body),
      );
      const [fault] = index === -1 ? [] : faults.splice(index, 1);
      if (fault === undefined) return decide(request);
      if (fault.isApplied) await decide(request);
      return fault.response;
    },
  };
}

/** An error of a stand-in, thrown instead of a response. */
export class Rejection extends Error {
  readonly response: StandInAnswer;
  constructor(status: number, body: unknown, headers: Record<string, string> = {}) {
    super(`${status}`);
    this.response = { status, body, headers };
  }
}
