export type { Consent } from './analytics/consent.ts';
export type { EventName, TrackingPlan } from './analytics/events.ts';
export type { PostHogLike, PostHogProject, PostHogSource } from './analytics/posthogTarget.ts';
export type { Sink, SupportEvent } from './analytics/track.ts';
export { version } from './brand.ts';
export type { Command, CommandFunction } from './commands.ts';
export type { SupportConfig } from './config.ts';
export { checkConfig } from './configErrors.ts';
export type { CustomField, HelpLink, LinkCategory, TicketCategory } from './contract/config.ts';
export type { Ticket, TicketDraft } from './contract/ticket.ts';
export type { TicketPrefill } from './core/context.ts';
export type {
  Feature,
  /** @deprecated Use `Feature`. */
  Feature as Part,
} from './core/featureNames.ts';
export type { Flag, Flags } from './core/features.ts';
export type { ScreenId } from './core/messenger.model.ts';
export type { Tenant, User } from './core/person.ts';
export type { Visitor } from './core/visitor.model.ts';
export { createSupport } from './createSupport.ts';
export * from './errors.ts';
export type { MessageKey } from './i18n/translator.ts';
export type {
  /** @deprecated Use `IntegrationInput`. */
  IntegrationInput as GivenIntegration,
  IntegrationInput,
} from './integrations/integrationInput.ts';
export type { Theme } from './shell/host.ts';
export type { PlacedName, Support } from './support.ts';
export type { PlacedOptions } from './widgets/define.ts';
