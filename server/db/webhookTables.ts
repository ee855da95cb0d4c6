import type { ColumnType, Generated } from 'kysely';
import type { ReceivedEvent } from '../../src/contract/integrationDetail.ts';
import type { KeyMode } from '../../src/contract/role.ts';
import type { RetryPolicy, WebhookDelivery, WebhookType } from '../../src/contract/webhook.ts';
import type { FromScope, Instant, Json } from './columns.ts';
import type { MailOutcome } from './outcome.ts';

/** An account that is about to be connected. */
export interface OauthStatesTable {
  /** Of the state that went to the provider. */
  hash: string;
  tenant_id: FromScope;
  visitor_hash: FromScope;
  provider: string;
  integration_id: string | null;
  /** Of the visitor who began. */
  organization_id: FromScope | null;
  sealed_verifier: string;
  return_to: string;
  /** Of what only the page has that began. */
  proof_hash: string;
  /** Of what only the browser has that came back; null before. */
  receipt_hash: string | null;
  /** What the provider said; null before. */
  sealed_answer: string | null;
  expires_at: Date;
}

/** Where a tenant wants to hear of events. */
export interface WebhooksTable {
  tenant_id: FromScope;
  id: string;
  /** Of the key that made it: it gets events of this mode alone. */
  mode: Generated<KeyMode>;
  url: string;
  events: WebhookType[];
  sealed_secret: string;
  filters: Json<Record<string, string[]>>;
  retry: Json<RetryPolicy>;
  active: Generated<boolean>;
  created_at: Instant;
}

/** Types of events that any active webhook of a tenant wants: others are not even queued. */
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
  /** What is sent, to the byte. */
  payload: string;
  status: Generated<WebhookDelivery['status']>;
  attempts: Generated<number>;
  /** Attempts after which it is dead. */
  budget: number;
  response_status: number | null;
  response_body: string | null;
  duration: number | null;
  error: string | null;
  created_at: Instant;
  last_attempt_at: Date | null;
  next_attempt_at: Date | null;
}

/** What a provider has sent, kept before it is worked off. */
interface ReceivedEventsTable {
  tenant_id: FromScope;
  id: string;
  integration_id: string;
  /** The provider's own, by which a second delivery is told. */
  event_id: string;
  /** What the provider wants to be used once, besides. */
  nonce: string | null;
  type: string;
  payload: string;
  /** What it says of a mail of ours, until it is worked off. */
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
