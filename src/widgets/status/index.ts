import type { ScreenWidget } from '../define.ts';

export const status: ScreenWidget = {
  title: 'status.title',
  load: () => import('./Status.tsx').then((module) => module.createStatusScreen),
};
