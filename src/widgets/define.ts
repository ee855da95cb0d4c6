import type { ComponentChildren } from 'preact';
import type { SupportContext } from '../core/context.ts';
import type { ScreenId } from '../core/messenger.model.ts';
import type { MessageKey } from '../i18n/translator.ts';

/** A screen of one support instance: its model lives as long as the instance. */
export interface MountedScreen {
  /** Replaces the widget's title with text of the visitor; reads signals. Undefined: not known yet. */
  title?(): string | undefined;
  render(): ComponentChildren;
  dispose(): void;
}

type CreateScreen = (context: SupportContext) => MountedScreen;

/** A screen of the panel. `create` comes with the panel, `load` brings a chunk of its own. */
export type ScreenWidget = { id: ScreenId; title: MessageKey } & (
  | { create: CreateScreen }
  | { load: (context: SupportContext) => Promise<CreateScreen> }
);

/** Options of a placed widget. */
export interface PlacedOptions {
  /** The host's own element that opens the menu, in place of ours; or the field that suggestions are for. */
  trigger?: HTMLElement;
  /** For a status badge: the integration, by id or provider. */
  integration?: string;
  /**
   * For a status badge: a glyph, glyph and word, or a card with name and last check. Default
   * `compact`.
   */
  variant?: 'dot' | 'compact' | 'full';
  /** Leave `Contact support` out of the menu. */
  hideContact?: boolean;
}

/** A widget that stands where the page wants it, in a shadow root of its own. */
export type RenderPlaced = (context: SupportContext, options: PlacedOptions) => ComponentChildren;

export interface PlacedWidget {
  load: (context: SupportContext) => Promise<RenderPlaced>;
}
