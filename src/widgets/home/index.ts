import type { ScreenWidget } from '../define.ts';

export const home: ScreenWidget = {
  title: 'panel.title',
  load: () => import('./Home.tsx').then((module) => module.createHome),
};
