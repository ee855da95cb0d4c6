import type { ScreenWidget } from '../define.ts';

export const status: ScreenWidget = {
  id: 'status',
  title: 'status.title',
  load: () => import('./Status.tsx').then((module) => module.createStatusScreen),
};
