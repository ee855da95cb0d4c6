import type { Transaction } from 'kysely';
import * as z from 'zod/mini';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import type { Schema } from '../db/schema.ts';
import { parse, type RawInput, readParam, type WholeEndpoint } from './input.ts';
import type { Caller, Preparation, RouteTools } from './route.ts';

/** The arguments of an `ExternalRoute` handler. */
export interface ExternalCall<Body> extends RouteTools, Pick<Preparation, 'readAccount'> {
  caller: Caller;
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
  ): (call: Omit<ExternalCall<unknown>, 'body' | 'param'>) => Promise<unknown>;
}

export function externalRoute<Body, Reply>(
  endpoint: Omit<WholeEndpoint<unknown, Body, Reply>, 'query'>,
  handler: (call: ExternalCall<Body>) => Promise<Reply>,
): ExternalRoute {
  return {
    endpoint,
    acceptExternal(raw) {
      const body = parse(endpoint.body, raw.body);
      const param = readParam(endpoint, raw.params);
      return async (call) => z.parse(endpoint.reply, await handler({ ...call, body, param }));
    },
  };
}
