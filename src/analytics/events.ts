import type { LinkCategory } from '../contract/config.ts';
import type { Severity } from '../contract/integration.ts';
import type { Priority } from '../contract/priority.ts';
import type { ScreenId } from '../core/messenger.model.ts';
import type { DisplayState } from '../integrations/displayState.ts';

/**
 * The place of suggestions: below the form's description, below a field of the page, or on the
 * home screen.
 */
export type SuggestionSource = 'form' | 'field' | 'home';
export type ArticleSource = SuggestionSource | 'search' | 'link' | 'api' | 'news' | 'message';

/**
 * The tracking plan: every event and its properties. Each also has a `timestamp` (ISO 8601). Never
 * add texts of people, addresses or query strings. `npm run docs:events` generates docs/events.md
 * from this file.
 */
export interface TrackingPlan {
  /** The floating button or a placed one was pressed; captured before anything else happens. */
  support_button_click: {
    source: 'floating_button' | 'placed_button';
    user_id: string | null;
    tenant_id: string | null;
  };
  /** The help menu was opened. */
  support_menu_open: { source: 'help_center' };
  /** A link of the help center was opened. */
  support_link_click: {
    source: 'help_center' | 'home';
    /** The label of the link, as the host set it. */
    name: string;
    category: LinkCategory;
  };
  /** The panel was opened. */
  support_panel_open: { screen: ScreenId };
  /** The panel was closed. */
  support_panel_close: { screen: ScreenId; seconds_open: number };
  /** A search for articles was made. */
  support_search: {
    /** Length of the typed text, in characters. */
    length: number;
    /** Number of suggestions for it. */
    results: number;
  };
  /** An article was opened. */
  support_article_view: { slug: string; source: ArticleSource };
  /** A reader rated whether an article helped. */
  support_article_feedback: { slug: string; helpful: boolean };
  /** Articles were suggested. */
  support_suggestion_shown: {
    source: SuggestionSource;
    /** Comma-separated. */
    slugs: string;
  };
  /** A suggested article was opened. */
  support_suggestion_click: {
    source: SuggestionSource;
    slug: string;
    /** 1 is the first of the list. */
    position: number;
  };
  /** An article made a request unnecessary. */
  support_deflected_to_kb: {
    slug: string;
    /** The person said so, or sent no request for 24 hours. */
    how: 'solved' | 'left';
  };
  /** Send was pressed with a complete form. */
  support_ticket_submit: { category: string; priority: Priority; original_mailto_attempt: boolean };
  /** The backend has stored a request. */
  support_ticket_created: {
    /** Id of the request. It is also the id of the event, because the backend records it too. */
    ticket_id: string | null;
    ticket_number: string;
    category: string;
    priority: Priority;
    customer_tier: string | null;
    original_mailto_attempt: boolean;
  };
  /** A request is queued on the device. */
  support_ticket_queued: {
    /** Code of the error, or `SLOW` if there is no response yet. */
    reason: string;
    category: string;
    priority: Priority;
  };
  /** The backend rejected a request. */
  support_ticket_failed: {
    /** Code of the error, such as `VALIDATION_ERROR`. */
    reason: string;
    category: string;
    priority: Priority;
  };
  /** A request is sent by e-mail. */
  support_mailto_fallback: {
    category: string | null;
    has_backend: boolean;
    /** The mail link could not hold the whole text. */
    cut: boolean;
  };
  /** The backend has stored a reply. */
  support_reply_sent: {
    /** Number of files. */
    attachments: number;
  };
  /** The backend has stored a rating. */
  support_csat_submit: {
    /** 1 to 5. */
    score: number;
    has_comment: boolean;
  };
  /** The states of integrations were viewed. */
  support_status_view: {
    view: 'list' | 'integration' | 'popover';
    /** Null for the list. */
    provider: string | null;
    /** The worst state, for a list. */
    state: DisplayState | null;
  };
  /** A visitor reconnects an integration. */
  support_integration_reconnect: {
    provider: string;
    outcome: 'started' | 'connected' | 'denied' | 'failed' | 'cancelled' | 'timeout';
    /** `popup`: a separate window. `tab`: this tab, if the browser opens no window. */
    how: 'popup' | 'tab';
  };
  /** An incident was shown. */
  support_incident_shown: { incident_id: string; severity: Severity; where: 'form' | 'status' };
  /** A proactive message appeared. */
  support_message_shown: {
    /** Id of its rule. */
    rule: string;
  };
  /** The button of a proactive message was pressed. */
  support_message_opened: { rule: string };
  /** A proactive message was closed. */
  support_message_dismissed: { rule: string };
}

export type EventName = keyof TrackingPlan;
