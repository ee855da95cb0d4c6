import type { PlacedWidget } from '../define.ts';

export const helpCenter: PlacedWidget = {
  load: () => import('./HelpCenter.tsx').then((module) => module.renderHelpCenter),
};
