import type { Page } from '../core/ports.ts';
import { focused } from './focus.ts';
import { pageUrl } from './pageUrl.ts';

/** Everything that we read from the page. */
export const page: Page = {
  url: () => pageUrl(location),
  // An `<img name=title>` hides the property.
  title: () => (typeof document.title === 'string' ? document.title : ''),
  browser: () => navigator.userAgent,
  topic() {
    const marked = '[data-support-topic]';
    const nearest =
      focused()?.closest<HTMLElement>(marked) ?? document.querySelector<HTMLElement>(marked);
    return nearest?.dataset.supportTopic || null;
  },
  isVisible: () => document.visibilityState === 'visible',
  onVisibility(hear) {
    document.addEventListener('visibilitychange', hear);
    return () => document.removeEventListener('visibilitychange', hear);
  },
  go(href) {
    location.href = href;
  },
  canShareScreen: () => Boolean(navigator.mediaDevices?.getDisplayMedia),
  capture: async (way, signal) => (await import('./capture/index.ts')).capture(way, signal),
};
