import type { ScreenWidget } from '../define.ts';

export const news: ScreenWidget = {
  title: 'news.title',
  load: () => import('./News.tsx').then((module) => module.createNewsScreen),
};
