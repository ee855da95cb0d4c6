import type { ScreenWidget } from '../define.ts';

export const tips: ScreenWidget = {
  title: 'tips.title',
  load: () => import('./Tips.tsx').then((module) => module.createTips),
};
