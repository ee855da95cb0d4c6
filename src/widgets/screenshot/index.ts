import type { ScreenWidget } from '../define.ts';

export const screenshot: ScreenWidget = {
  title: 'screenshot.title',
  load: () => import('./Screenshot.tsx').then((module) => module.createScreenshot),
};
