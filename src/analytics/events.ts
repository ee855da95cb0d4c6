import type { LinkCategory } from '../contract/config.ts';
import type { Severity } from '../contract/integration.ts';
import type { Priority } from '../contract/ticket.ts';
import type { ScreenId } from '../core/messenger.model.ts';
import type { DisplayState } from '../integrations/displayState.ts';

/** Where suggestions are: under the form's description, under a field of the page, on the home screen. */
export type SuggestionSource = 'form' | 'field' | 'home';
export type ArticleSource = SuggestionSource | 'search' | 'link' | 'api';

/**
 * The tracking plan: every event and its properties. Each also carries `timestamp` (ISO 8601).
 * Nothing that a person wrote, no address and no query string may ever be added here.
 */
export interface TrackingPlan {
  /** The floating button was pressed; captured before anything else happens. */
  support_button_click: {
    source: 'floating_button' | 'placed_button';
    user_id: string | null;
    tenant_id: string | null;
  };
  support_menu_open: { source: 'help_center' };
  /** `name` is the label that the host gave the link. */
  support_link_click: { source: 'help_center' | 'home'; name: string; category: LinkCategory };
  support_panel_open: { screen: ScreenId };
  support_panel_close: { screen: ScreenId; seconds_open: number };
  /** `length` of what was typed, in characters; `results` that were shown for it. */
  support_search: { length: number; results: number };
  support_article_view: { slug: string; source: ArticleSource };
  support_article_feedback: { slug: string; helpful: boolean };
  /** `slugs` with commas between. */
  support_suggestion_shown: { source: SuggestionSource; slugs: string };
  /** `position` 1 is the first of the list. */
  support_suggestion_click: { source: SuggestionSource; slug: string; position: number };
  /** `how`: the person said so, or left without a request for 24 hours. */
  support_deflected_to_kb: { slug: string; how: 'solved' | 'left' };
  support_ticket_submit: { category: string; priority: Priority; original_mailto_attempt: boolean };
  support_ticket_created: {
    ticket_number: string;
    category: string;
    priority: Priority;
    customer_tier: string | null;
    original_mailto_attempt: boolean;
  };
  /** It waits on the device; `reason` as below, `SLOW` when no answer has come yet. */
  support_ticket_queued: { reason: string; category: string; priority: Priority };
  /** `reason` is the code of the error, such as `SERVICE_UNAVAILABLE`. */
  support_ticket_failed: { reason: string; category: string; priority: Priority };
  support_reply_sent: { attachments: number };
  /** `score` 1 to 5. */
  support_csat_submit: { score: number; has_comment: boolean };
  /** The states of integrations are seen: all in a list, or one; `state` of it, or the worst of all. */
  support_status_view: {
    view: 'list' | 'integration' | 'popover';
    provider: string | null;
    state: DisplayState | null;
  };
  /** `how`: in a window of its own, or in this tab where the browser opens none. */
  support_integration_reconnect: {
    provider: string;
    outcome: 'started' | 'connected' | 'denied' | 'failed' | 'cancelled' | 'timeout';
    how: 'popup' | 'tab';
  };
  support_incident_shown: { incident_id: string; severity: Severity; where: 'form' | 'status' };
  /** `cut`: the mail link could not hold the whole text. */
  support_mailto_fallback: { category: string | null; has_backend: boolean; cut: boolean };
}

export type EventName = keyof TrackingPlan;
