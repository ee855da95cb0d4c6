import { defineScreen } from '../define.ts';

export const screenshot = defineScreen({
  id: 'screenshot',
  title: 'screenshot.title',
  load: () => import('./Screenshot.tsx').then((module) => module.createScreenshot),
});
