import type { Consent } from './analytics/consent.ts';
import type { EventName } from './analytics/events.ts';
import type { SupportEvent } from './analytics/track.ts';
import type { SupportConfig } from './config.ts';
import type { TicketPrefill } from './core/context.ts';
import type { PlacedName } from './core/features.ts';
import type { ScreenId } from './core/messenger.model.ts';
import type { Visitor } from './core/visitor.model.ts';
import type { IntegrationInput } from './integrations/integrationInput.ts';
import type { Theme } from './shell/host.ts';
import type { PlacedOptions } from './widgets/define.ts';

export type { PlacedName };

/** A support widget on a page. */
export interface Support {
  /** Opens the panel, on the given screen or on the last one. */
  open(screen?: ScreenId): void;
  close(): void;
  toggle(): void;
  /** Shows the floating button. */
  show(): void;
  /** Hides the floating button. The panel can still be opened by `open`. */
  hide(): void;
  /** Opens the contact form with some fields filled in. */
  newTicket(prefill?: TicketPrefill): void;
  /** Fills in fields of the contact form without opening it. */
  prefill(draft: TicketPrefill): void;
  /** Opens the search with a query. */
  search(query?: string): void;
  /** Opens an article by its slug. */
  openArticle(slug: string): void;
  /**
   * Sets articles that help on this page; they come first on the home screen. `[]` restores the
   * rules of the config.
   */
  suggest(slugs: readonly string[]): void;
  /**
   * Shows articles that may help below your text field while a person types. Returns a function
   * that stops it.
   */
  attachSuggestions(field: HTMLElement): () => void;
  /**
   * Sets the states of your integrations, for pages without a backend. From then on no request is
   * sent. A state is valid for three times its `interval` (300 seconds); report it again before
   * that.
   * @throws ConfigurationError
   */
  setIntegrations(integrations: readonly IntegrationInput[]): void;
  /** Sets the current user. Each user id sees only its own requests. */
  identify(visitor: Visitor): void;
  /**
   * Sets your own values that are attached to a request, such as `{ campaignId: 'c1' }`. They
   * replace earlier ones. Maximum 20; the person sees each and can exclude it. `reset` removes
   * them.
   */
  setContext(values: Readonly<Record<string, unknown>>): void;
  /** Forgets the visitor and removes their data from this device. Call it on sign-out. */
  reset(): void;
  /**
   * Sets the visitor's consent. Queued events are sent with `granted`, and dropped with `denied`.
   * @throws ConfigurationError
   */
  setConsent(consent: Consent): void;
  setTheme(theme: Theme): void;
  /** Changes the language. Resolves when the translation has loaded. */
  setLocale(locale: string): Promise<void>;
  /**
   * Changes options at run time, except `apiKey`, `baseUrl`, `chunks`, `identity`, `analytics`,
   * `posthog`, `flags` and `appVersion`.
   * @throws ConfigurationError
   */
  configure(
    options: Omit<
      SupportConfig,
      | 'apiKey'
      | 'baseUrl'
      | 'chunks'
      | 'identity'
      | 'analytics'
      | 'posthog'
      | 'flags'
      | 'appVersion'
    >,
  ): void;
  /** Subscribes to one event of the tracking plan, or to all by `*`. Returns a function that unsubscribes. */
  on<Name extends EventName>(
    name: Name | '*',
    listener: (event: SupportEvent<Name>) => void,
  ): () => void;
  /** Like `on`, for only the next event. */
  once<Name extends EventName>(
    name: Name | '*',
    listener: (event: SupportEvent<Name>) => void,
  ): () => void;
  readonly isOpen: boolean;
  /** Number of unread replies of the team. */
  readonly unreadCount: number;
  /**
   * Resolves when the translation of the chosen language has loaded, or the widget was destroyed.
   */
  readonly ready: Promise<void>;
  /**
   * Renders a widget in the shadow root of one of your elements. Returns a function that removes
   * it.
   */
  place(widget: PlacedName, element: HTMLElement, options?: PlacedOptions): () => void;
  /** Ends everything and leaves no trace on the page. */
  destroy(): void;
}
