import type { ScreenWidget } from '../define.ts';

export const sent: ScreenWidget = {
  title: 'ticket.title',
  load: () => import('./Sent.tsx').then((module) => module.loadSent()),
};
