import type { Kysely, Transaction } from 'kysely';
import * as z from 'zod/mini';
import type { Agent } from '../../src/contract/agent.ts';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import type { Attachments } from '../attachments/attachments.ts';
import { explainInput } from '../base/explainInput.ts';
import type { AttachmentLinks } from '../base/links.ts';
import { refusals } from '../base/refusals.ts';
import type { SignedVisitor } from '../base/signedVisitor.ts';
import type { Integrations } from '../connections/integrations.ts';
import type { Schema } from '../db/schema.ts';
import type { Scope } from '../db/scope.ts';
import type { Actor, Change } from '../queries/audit.ts';
import type { IntegrationRef } from '../queries/checks.ts';

/** Who calls, as far as it was proved. */
export interface Caller {
  tenantId: string;
  /** Where the request comes from; undefined when that is not known. */
  network?: string | undefined;
  /** That of the key or session. */
  mode: KeyMode;
  /** By a publishable key for tests: the rule of who connects can be relaxed. */
  isForTests: boolean;
  /** As the audit log names them. */
  by: Actor;
  /** Of a visitor's endpoint. */
  visitorHash?: string | undefined;
  /** What the host's backend signed about the visitor. */
  signed?: SignedVisitor | undefined;
  /** Of an agent's session; null for a secret key. */
  agent?: Agent | null | undefined;
}

/** What handlers use beyond the database. */
export interface RouteTools {
  /** Makes addresses of files. */
  links: AttachmentLinks;
  integrations: Integrations;
  /** Checks an integration at once, unless that was done some seconds ago. */
  checkNow(ref: IntegrationRef): Promise<void>;
  /** Adds to the entry of this request in the audit log. */
  note(change: Change): void;
}

/** What a handler gets: input that fits the contract, and a transaction that sees only the caller's data. */
export interface Call<Query, Body> extends RouteTools {
  trx: Transaction<Schema>;
  caller: Caller;
  query: Query;
  body: Body;
  /** A parameter of the path, decoded. */
  param(name: string): string;
}

/** A request before the contract was applied to it. */
export interface RawInput {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

/** An endpoint with its handler. */
export interface Route {
  endpoint: Endpoint;
  /** Its handler makes one statement alone, which is then one round trip. */
  isOneStatement?: boolean;
  /** The reply as CSV. */
  table?: (reply: unknown) => string;
  /** Applies the contract to the input. @throws ValidationError */
  accept(raw: RawInput): {
    /** The accepted input as text, to tell whether two requests are the same. */
    text: string;
    /** What the reply's ETag is made of, for an endpoint that has one. */
    version?: ((trx: Transaction<Schema>, caller: Caller) => Promise<string>) | undefined;
    /** Runs the handler; the reply is cut down to what the contract names. */
    run(trx: Transaction<Schema>, caller: Caller, tools: RouteTools): Promise<unknown>;
  };
}

/** The route with its reply as a table too, for who asks by `format=csv`. */
export function withTable<Reply>(
  route: Route,
  reply: z.ZodMiniType<Reply>,
  write: (reply: Reply) => string,
): Route {
  return { ...route, table: (data) => write(z.parse(reply, data)) };
}

/** The route of a handler that makes one statement alone; a second one throws. */
export function asOneStatement(route: Route): Route {
  return { ...route, isOneStatement: true };
}

/** What the handler of an `OutwardRoute` gets. */
export interface OutwardCall<Body> extends RouteTools {
  caller: Caller;
  body: Body;
  param(name: string): string;
  /** Runs in a transaction of the caller's scope. */
  inScope<T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T>;
}

/**
 * An endpoint that asks another system. Its handler opens transactions of its own, so that none is
 * held while the other system thinks.
 */
export interface OutwardRoute {
  endpoint: Endpoint;
  acceptOutward(
    raw: RawInput,
  ): (
    call: Pick<OutwardCall<unknown>, 'caller' | 'inScope' | keyof RouteTools>,
  ) => Promise<unknown>;
}

/** An endpoint whose body is a file, which `take` takes in. */
export interface UploadRoute {
  endpoint: Endpoint & { upload: true };
  take(
    request: Request,
    place: {
      db: Kysely<Schema>;
      scope: Scope;
      tenantId: string;
      /** Idempotency key, of an endpoint that has one. */
      key: string | undefined;
      files: Attachments;
    },
  ): Promise<{ reply: unknown; replayed: boolean }>;
}

/** For endpoints without query or body: `route({ ...noInput, ...endpoint }, handler)`. */
export const noInput = { query: z.unknown(), body: z.unknown() };

interface WholeEndpoint<Query, Body, Reply> extends Endpoint {
  query: z.ZodMiniType<Query>;
  body: z.ZodMiniType<Body>;
  reply: z.ZodMiniType<Reply>;
}

/** `versionOf`, for an endpoint with an ETag: names the reply without making it. */
export function route<Query, Body, Reply>(
  endpoint: WholeEndpoint<Query, Body, Reply>,
  handler: (call: Call<Query, Body>) => Promise<Reply>,
  versionOf?: (call: Pick<Call<Query, Body>, 'trx' | 'caller' | 'query'>) => Promise<string>,
): Route {
  return {
    endpoint,
    accept({ params, ...raw }) {
      const query = parse(endpoint.query, raw.query);
      const body = parse(endpoint.body, raw.body);
      const param = readParam(endpoint, params);
      return {
        text: JSON.stringify([endpoint.method, endpoint.path, params, query, body]),
        version: versionOf && ((trx, caller) => versionOf({ trx, caller, query })),
        run: async (trx, caller, tools) =>
          z.parse(endpoint.reply, await handler({ trx, caller, ...tools, query, body, param })),
      };
    },
  };
}

export function outwardRoute<Body, Reply>(
  endpoint: Omit<WholeEndpoint<unknown, Body, Reply>, 'query'>,
  handler: (call: OutwardCall<Body>) => Promise<Reply>,
): OutwardRoute {
  return {
    endpoint,
    acceptOutward(raw) {
      const body = parse(endpoint.body, raw.body);
      const param = readParam(endpoint, raw.params);
      return async (call) => z.parse(endpoint.reply, await handler({ ...call, body, param }));
    },
  };
}

function readParam({ path }: Endpoint, params: Record<string, string>) {
  return (name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${path} has no parameter "${name}".`);
    return value;
  };
}

function parse<T>(schema: z.ZodMiniType<T>, input: unknown): T {
  const result = z.safeParse(schema, input, { error: explainInput });
  if (result.success) return result.data;
  throw refusals.invalid(
    result.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })),
  );
}
