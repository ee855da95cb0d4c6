import type { Transaction } from 'kysely';
import * as z from 'zod/mini';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import type { Schema } from '../db/schema.ts';
import { parse, type RawInput, readParam, type WholeEndpoint } from './input.ts';
import type { Caller, Preparation, RouteTools } from './route.ts';

/** The arguments of an `ExternalRoute` handler. */
export interface ExternalCall<Query, Body>
  extends RouteTools,
    Pick<Preparation, 'readAccount' | 'readTeam'> {
  caller: Caller;
  query: Query;
  body: Body;
  param(name: string): string;
  /** Runs a transaction in the caller's scope. */
  inScope<T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T>;
}

/**
 * An endpoint that sends requests to another system. Its handler opens transactions itself, so that
 * none is open while it waits for that system.
 */
export interface ExternalRoute {
  endpoint: Endpoint;
  acceptExternal(
    raw: RawInput,
  ): (call: Omit<ExternalCall<unknown, unknown>, 'query' | 'body' | 'param'>) => Promise<unknown>;
}

export function externalRoute<Query, Body, Reply>(
  endpoint: WholeEndpoint<Query, Body, Reply>,
  handler: (call: ExternalCall<Query, Body>) => Promise<Reply>,
): ExternalRoute {
  return {
    endpoint,
    acceptExternal(raw) {
      const query = parse(endpoint.query, raw.query);
      const body = parse(endpoint.body, raw.body);
      const param = readParam(endpoint, raw.params);
      return async (call) =>
        z.parse(endpoint.reply, await handler({ ...call, query, body, param }));
    },
  };
}
