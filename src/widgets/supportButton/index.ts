import type { PlacedWidget } from '../define.ts';

export const supportButton: PlacedWidget = {
  load: () => import('./SupportButton.tsx').then((module) => module.renderSupportButton),
};
