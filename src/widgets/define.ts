import type { ComponentChildren } from 'preact';
import type { SupportContext } from '../core/context.ts';
import type { MessageKey } from '../i18n/translator.ts';

/** A screen of one support instance. Its model exists as long as the instance. */
export interface MountedScreen {
  /**
   * Replaces the widget's title with a text of the visitor. Reads signals. Undefined if it is not
   * known yet.
   */
  title?(): string | undefined;
  render(): ComponentChildren;
  dispose(): void;
}

type CreateScreen = (context: SupportContext) => MountedScreen;

/** A screen of the panel. `create` is part of the panel's code; `load` loads a separate chunk. */
export type ScreenWidget = { title: MessageKey } & (
  | { create: CreateScreen }
  | { load: (context: SupportContext) => Promise<CreateScreen> }
);

/** Options of a placed widget. */
export interface PlacedOptions {
  /** The host's element that opens the menu instead of ours, or the field for suggestions. */
  trigger?: HTMLElement;
  /** For a status badge: the integration, by id or provider. */
  integration?: string;
  /**
   * For a status badge: a symbol, a symbol with text, or a card with name and last check. Default
   * `compact`.
   */
  variant?: 'dot' | 'compact' | 'full';
  /** Omits `Contact support` from the menu. */
  hideContact?: boolean;
}

/** Renders a widget in a place of the page, in a separate shadow root. */
export type RenderPlaced = (context: SupportContext, options: PlacedOptions) => ComponentChildren;

export interface PlacedWidget {
  load: (context: SupportContext) => Promise<RenderPlaced>;
}
