import type { ColumnType, Generated } from 'kysely';
import type { ReceivedEvent } from '../../src/contract/integrationDetail.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import type { RetryPolicy, WebhookDelivery, WebhookType } from '../../src/contract/webhook.ts';
import type { FromScope, Instant, Json } from './columns.ts';
import type { MailOutcome } from './outcome.ts';

/** A pending connection of an account. */
export interface OauthStatesTable {
  /** Hash of the state that was sent to the provider. */
  hash: string;
  tenant_id: FromScope;
  visitor_hash: FromScope;
  provider: string;
  integration_id: string | null;
  /** Organization of the visitor who started it. */
  organization_id: FromScope | null;
  sealed_verifier: string;
  return_to: string;
  /** Hash of the secret that only the starting page has. */
  proof_hash: string;
  /** Hash of the secret that only the returning browser has. Null before the return. */
  receipt_hash: string | null;
  /** The response of the provider. Null before the return. */
  sealed_answer: string | null;
  expires_at: Date;
}

/** An endpoint of a tenant that receives events. */
export interface WebhooksTable {
  tenant_id: FromScope;
  id: string;
  /** Mode of the key that created it. It only receives events of this mode. */
  mode: Generated<KeyMode>;
  url: string;
  events: WebhookType[];
  sealed_secret: string;
  filters: Json<Record<string, string[]>>;
  retry: Json<RetryPolicy>;
  active: Generated<boolean>;
  created_at: Instant;
}

/**
 * Types of events that any active webhook of a tenant subscribes to. Other events are not queued.
 */
interface WebhookInterestsTable {
  tenant_id: FromScope;
  mode: Generated<KeyMode>;
  type: WebhookType;
}

export interface WebhookDeliveriesTable {
  tenant_id: FromScope;
  id: string;
  webhook_id: string;
  event_id: string;
  type: string;
  /** The exact body that is sent. */
  payload: string;
  status: Generated<WebhookDelivery['status']>;
  attempts: Generated<number>;
  /** Number of attempts after which it is dead. */
  budget: number;
  response_status: number | null;
  response_body: string | null;
  duration: number | null;
  error: string | null;
  created_at: Instant;
  last_attempt_at: Date | null;
  next_attempt_at: Date | null;
}

/** A received event of a provider, stored before it is processed. */
interface ReceivedEventsTable {
  tenant_id: FromScope;
  id: string;
  integration_id: string;
  /** The provider's own id, by which duplicates are recognized. */
  event_id: string;
  /** A one-time value, if the provider requires one. */
  nonce: string | null;
  type: string;
  payload: string;
  /** Its report about one of our mails, until it is processed. */
  mail: Json<MailOutcome> | null;
  received_at: Instant;
  status: Generated<ReceivedEvent['status']>;
  message: string | null;
  processed_at: ColumnType<Date | null, never, Date>;
}

export interface WebhookSchema {
  oauth_states: OauthStatesTable;
  webhooks: WebhooksTable;
  webhook_interests: WebhookInterestsTable;
  webhook_deliveries: WebhookDeliveriesTable;
  received_events: ReceivedEventsTable;
}
