import type { Page } from '../core/ports.ts';
import { focused } from './focus.ts';
import { pageUrl } from './pageUrl.ts';

/** Everything that we read from the page. */
export const page: Page = {
  url: () => pageUrl(location),
  title: () => document.title,
  browser: () => navigator.userAgent,
  topic() {
    const marked = '[data-support-topic]';
    const nearest =
      focused()?.closest<HTMLElement>(marked) ?? document.querySelector<HTMLElement>(marked);
    return nearest?.dataset.supportTopic || null;
  },
  isVisible: () => document.visibilityState === 'visible',
  onVisibility(listener) {
    addEventListener('visibilitychange', listener);
    return () => removeEventListener('visibilitychange', listener);
  },
  go(href) {
    location.href = href;
  },
  canShareScreen: () => Boolean(navigator.mediaDevices?.getDisplayMedia),
  capture: async (way, signal) => (await import('./capture/index.ts')).capture(way, signal),
};
