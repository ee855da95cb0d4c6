import type { Consent } from './analytics/consent.ts';
import type { PostHogProject, PostHogSource } from './analytics/posthogTarget.ts';
import type { Sink } from './analytics/track.ts';
import type { PenguinMailsError } from './baseError.ts';
import { apiUrl, sandboxApiUrl } from './brand.ts';
import type { CustomField, HelpLink, TicketCategory } from './contract/config.ts';
import type { Flags } from './core/features.ts';
import type { PageRule } from './core/fitsPath.ts';
import type { GetToken } from './core/ports.ts';
import type { Visitor } from './core/visitor.model.ts';
import type { Messages, Translation } from './i18n/locales/en.ts';
import type { Theme } from './shell/host.ts';

/** Options of `createSupport` and of the script tag (`data-api-key` for `apiKey`). All are optional. */
export interface SupportConfig extends Visitor {
  /** Publishable key, `pk_live_…` or `pk_test_…`. Secret keys are rejected. Default: none; requests then go by e-mail. */
  apiKey?: string;
  /**
   * Folder with the files of the script tag, with a trailing slash. Set it when `support.js` is combined
   * with other scripts or served from another folder. Default: the folder of the script.
   */
  chunks?: string;
  /** Address of the API, which usually ends in `/v1/`. Default: PenguinMails, its sandbox for `pk_test_…` keys. */
  baseUrl?: string;
  /**
   * Verifies the visitor: `getToken` returns a JWT that your backend signed with the identity secret, or
   * null. It is called again shortly before the token expires. Default: none; each visitor has a random id.
   */
  identity?: { getToken: GetToken };
  /** The address for requests by e-mail. Default: the backend's, else `support@penguinmails.com`. */
  email?: string;
  /**
   * Target of the floating button without an `apiKey`: `form` is a form in the panel, which writes
   * the mail; `direct` is the mail program. Default `form`.
   */
  mailto?: 'form' | 'direct';
  /** BCP 47 tag, or `auto`: the page's `lang`, else the browser's. Default `auto`. */
  locale?: string;
  /** Sentences that replace ours, by key. Plural forms such as `.few` have keys of their own. Default: none. */
  messages?: Partial<Messages & Translation>;
  /**
   * `auto` follows the `color-scheme` of the page, else its background; placed elements then follow
   * the background behind them. `host` follows a theme switch of the page: `dark` in an attribute of
   * `<html>`, such as `class` or `data-theme`. Default `auto`.
   */
  theme?: Theme;
  /** Show the floating button. Default true. */
  launcher?: boolean;
  /** Show a dot on the floating button while an integration does not work. Default false. */
  healthDot?: boolean;
  /**
   * Show messages of your account beside the floating button, by its rules. The page then requests the
   * rules once it is idle. Default false.
   */
  proactive?: boolean;
  /** Side of the floating button; `end` is right, and left in right-to-left languages. Default `end`. */
  position?: 'end' | 'start' | 'left' | 'right';
  /** Distance of the floating button from the edges, in pixels. Default `{ x: 24, y: 24 }`. */
  offset?: { x?: number; y?: number };
  /** Places the widget by z-index instead of in the browser's top layer. Default: top layer. */
  zIndex?: number;
  /** Links of the help center. Default: the backend's, else five of PenguinMails. */
  links?: readonly HelpLink[];
  /** Categories of the form. Default: the backend's, else seven common ones. */
  categories?: readonly TicketCategory[];
  /** Further fields of the form. Default: the backend's. */
  fields?: readonly CustomField[];
  /**
   * Articles for certain pages; the first matching rule counts: `{ page: '/campaigns/*', articles: ['warm-up'] }`.
   * `page` is a path, `*` matches anything. Default: none.
   */
  suggestions?: readonly PageRule[];
  /** Show on the page what keeps the widget from working, for its developer. Default false. */
  debug?: boolean;
  /** Version of your application, shown to the team. Default: the version of the widget. */
  appVersion?: string;
  /** Functions that receive every event of the tracking plan, whatever the consent. Default: none. */
  analytics?: readonly Sink[];
  /**
   * Your PostHog instance, a function that returns it (or null until it has loaded), a project
   * `{ apiKey, host }` for pages without PostHog, or false. Default: a live `window.posthog`.
   */
  posthog?: PostHogSource | PostHogProject | false;
  /**
   * Whether events are sent to PostHog and the backend. While `unknown`, they wait in memory.
   * Default: what your PostHog knows, else `granted`.
   */
  consent?: Consent;
  /** Treat Global Privacy Control and Do Not Track as denied consent. Default false. */
  respectPrivacySignals?: boolean;
  /**
   * Feature flags of your PostHog that show or hide features: `{ integrationStatus: 'support-status' }`, or
   * `{ key, default: false }` for a feature that is hidden until the flags load. Default: none.
   */
  flags?: Flags;
  /**
   * Receives setup errors: a `ConfigurationError` for each wrong option, or why the widget could not
   * start. The console has the same errors. Default: none.
   */
  onError?: (error: PenguinMailsError) => void;
}

/** Base address with a slash at its end. */
export function baseUrlOf({ apiKey, baseUrl }: SupportConfig): string {
  const chosen = baseUrl ?? (apiKey?.startsWith('pk_test_') ? sandboxApiUrl : apiUrl);
  return chosen.replace(/\/*$/, '/');
}
