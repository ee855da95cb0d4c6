import type { ScreenWidget } from '../define.ts';

export const requests: ScreenWidget = {
  title: 'requests.title',
  load: () => import('./Requests.tsx').then((module) => module.createRequests),
};
