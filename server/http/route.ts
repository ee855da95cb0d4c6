import type { Kysely, Transaction } from 'kysely';
import * as z from 'zod/mini';
import type { Agent } from '../../src/contract/agent.ts';
import type { Endpoint } from '../../src/contract/endpoint.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import type { Attachments } from '../attachments/attachments.ts';
import type { AttachmentLinks } from '../base/links.ts';
import type { SignedVisitor } from '../base/signedVisitor.ts';
import type { Integrations } from '../connections/integrations.ts';
import type { Schema } from '../db/schema.ts';
import type { Scope } from '../db/scope.ts';
import type { ArticleReader } from '../kb/articleReader.ts';
import type { Actor, Change } from '../queries/audit.ts';
import type { IntegrationRef } from '../queries/checks.ts';
import type { AccountWithNews } from '../queries/tenants.ts';
import type { ReserveNumber } from '../queries/ticketNumbers.ts';
import { acceptInput, type RawInput, type WholeEndpoint } from './input.ts';
import type { ReadTeam } from './teamCache.ts';

/** The authenticated caller. */
export interface Caller {
  tenantId: string;
  /** The client's network, or undefined if it is unknown. */
  network?: string | undefined;
  /** Mode of the key or session. */
  mode: KeyMode;
  /** True for a publishable test key. Its `connect_by` can be relaxed. */
  isForTests: boolean;
  /** The caller as an actor in the audit log. */
  by: Actor;
  /** Set for endpoints of visitors. */
  visitorHash?: string | undefined;
  /** The details of the visitor that the host's backend signed. */
  signed?: SignedVisitor | undefined;
  /** The agent of a session; null for a secret key. */
  agent?: Agent | null | undefined;
}

/** Services of handlers, beyond the database. */
export interface RouteTools {
  /** Creates addresses of files. */
  links: AttachmentLinks;
  integrations: Integrations;
  /** The server has a model that writes answers. */
  canWriteAnswers: boolean;
  /** Checks an integration now, unless it was checked seconds ago. */
  checkNow(ref: IntegrationRef): Promise<void>;
  /**
   * Deletes an account with its files, and adds an entry to the operator's log. Returns false if it
   * does not exist.
   */
  deleteAccount(id: string): Promise<boolean>;
  /** Adds details to the audit log entry of this request. */
  note(change: Change): void;
}

/**
 * The arguments of a handler: validated input, and a transaction that only sees the caller's data.
 */
export interface Call<Query, Body> extends RouteTools {
  trx: Transaction<Schema>;
  caller: Caller;
  query: Query;
  body: Body;
  /** Returns a decoded parameter of the path. */
  param(name: string): string;
}

/** Services for work before the transaction. */
export interface Preparation {
  /** Returns the settings of an account. They can be some seconds old. */
  readAccount(tenantId: string): Promise<AccountWithNews>;
  /** Returns who answers and how fast. The figures can be some minutes old. */
  readTeam: ReadTeam;
  /**
   * Expects a proof of work for this write.
   * @throws AuthorizationError `PROOF_REQUIRED`
   */
  expectProof(): void;
  /** Reserves the next ticket number of the account. */
  reserveNumber: ReserveNumber;
  /** Reads Markdown, which can take seconds. */
  articles: ArticleReader;
  /** Runs in a transaction of the caller's account, beside the one of the handler. */
  inAccount<T>(work: (trx: Transaction<Schema>) => Promise<T>): Promise<T>;
}

/** The arguments of the work before a transaction. */
export interface PreparingCall<Query, Body>
  extends Preparation,
    Pick<Call<Query, Body>, 'caller' | 'query' | 'body' | 'param'> {}

type Run = (trx: Transaction<Schema>, caller: Caller, tools: RouteTools) => Promise<unknown>;

/** An endpoint with its handler. */
export interface Route {
  endpoint: Endpoint;
  /** The handler runs a single statement, which then needs only one round trip. */
  isOneStatement?: boolean;
  /** Formats the reply as CSV. */
  table?: (reply: unknown) => string;
  /** Validates the input. @throws ValidationError */
  accept(raw: RawInput): {
    /** The validated input as text, to compare two requests. */
    text: string;
    /** Returns the value for the reply's ETag, if the endpoint has one. */
    version?: ((trx: Transaction<Schema>, caller: Caller) => Promise<string>) | undefined;
    /**
     * Runs the work before the transaction. Returns the handler. The reply only contains fields of
     * the contract.
     */
    prepare(caller: Caller, preparation: Preparation): Run | Promise<Run>;
  };
}

/** Adds a CSV reply to a route, for requests with `format=csv`. */
export function withTable<Reply>(
  route: Route,
  reply: z.ZodMiniType<Reply>,
  write: (reply: Reply) => string,
): Route {
  return { ...route, table: (data) => write(z.parse(reply, data)) };
}

/** Marks a route whose handler runs only one statement. A second statement throws. */
export function asOneStatement(route: Route): Route {
  return { ...route, isOneStatement: true };
}

/** An endpoint whose body is a file, which `take` receives. */
export interface UploadRoute {
  endpoint: Endpoint & { upload: true };
  take(
    request: Request,
    place: {
      db: Kysely<Schema>;
      scope: Scope;
      tenantId: string;
      /** Idempotency key, if the endpoint has one. */
      key: string | undefined;
      files: Attachments;
    },
  ): Promise<{ reply: unknown; replayed: boolean }>;
}

/** For endpoints without query or body: `route({ ...noInput, ...endpoint }, handler)`. */
export const noInput = { query: z.unknown(), body: z.unknown() };

/**
 * Creates a route. `versionOf`: for an endpoint with an ETag, returns the version of the reply
 * without creating the reply.
 */
export function route<Query, Body, Reply>(
  endpoint: WholeEndpoint<Query, Body, Reply>,
  handler: (call: Call<Query, Body>) => Promise<Reply>,
  versionOf?: (call: Pick<Call<Query, Body>, 'trx' | 'caller' | 'query'>) => Promise<string>,
): Route {
  return {
    endpoint,
    accept(raw) {
      const { text, input } = acceptInput(endpoint, raw);
      const { query } = input;
      return {
        text,
        version: versionOf && ((trx, caller) => versionOf({ trx, caller, query })),
        prepare: () => async (trx, caller, tools) =>
          z.parse(endpoint.reply, await handler({ trx, caller, ...tools, ...input })),
      };
    },
  };
}

/** Creates a route with work before its transaction. The handler gets the result as `prepared`. */
export function preparedRoute<Query, Body, Reply, Prepared>(
  endpoint: WholeEndpoint<Query, Body, Reply>,
  prepare: (call: PreparingCall<Query, Body>) => Promise<Prepared>,
  handler: (call: Call<Query, Body> & { prepared: Prepared }) => Promise<Reply>,
): Route {
  return {
    endpoint,
    accept(raw) {
      const { text, input } = acceptInput(endpoint, raw);
      return {
        text,
        async prepare(caller, preparation) {
          const prepared = await prepare({ ...preparation, caller, ...input });
          return async (trx, by, tools) =>
            z.parse(
              endpoint.reply,
              await handler({ trx, caller: by, ...tools, ...input, prepared }),
            );
        },
      };
    },
  };
}
