import type { ReadonlySignal } from '@preact/signals-core';
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { phone } from '../ui/theme/text.ts';
import { watchMedia } from '../ui/watchMedia.ts';

/**
 * Opens and closes the dialog. On wide screens it is beside the launcher, and the page stays
 * usable. On phones it is a modal sheet above the on-screen keyboard.
 */
export function usePlacement(
  dialog: RefObject<HTMLDialogElement | null>,
  isOpen: ReadonlySignal<boolean>,
): void {
  const open = isOpen.value;
  useLayoutEffect(() => {
    const element = dialog.current;
    if (!element || !open) return;
    const show = () => {
      element.close();
      if (window.matchMedia?.(phone)?.matches) element.showModal();
      else element.show();
    };
    show();
    const stopMedia = watchMedia(phone, show);
    return () => {
      stopMedia();
      element.close();
    };
  }, [dialog, open]);

  useEffect(() => {
    const viewport = window.visualViewport;
    const element = dialog.current;
    if (!open || !viewport || !element) return;
    const follow = () => {
      const { height, scale, offsetTop } = viewport;
      // With CSS `zoom`, page pixels differ from window pixels.
      const zoom = Number(Reflect.get(element, 'currentCSSZoom')) || 1;
      element.style.setProperty('--penguin-viewport', `${(height * scale) / zoom}px`);
      element.style.setProperty('--penguin-viewport-top', `${offsetTop / zoom}px`);
    };
    follow();
    const ended = new AbortController();
    viewport.addEventListener('resize', follow, ended);
    viewport.addEventListener('scroll', follow, ended);
    return () => ended.abort();
  }, [dialog, open]);
}
