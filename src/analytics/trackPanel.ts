import { effect } from '@preact/signals-core';
import type { MessengerModel } from '../core/messenger.model.ts';
import type { Track } from './track.ts';

/** Tracks when the panel opens and closes, and how long it was open. */
export function trackPanel(messenger: MessengerModel, track: Track): () => void {
  let openedAt: number | undefined;
  return effect(() => {
    const open = messenger.isOpen.value;
    const screen = messenger.screen.peek().id;
    if (open) {
      openedAt = Date.now();
      track('support_panel_open', { screen });
    } else if (openedAt !== undefined) {
      track('support_panel_close', {
        screen,
        seconds_open: Math.round((Date.now() - openedAt) / 1000),
      });
      openedAt = undefined;
    }
  });
}
