import { definePlaced } from '../define.ts';

export const supportButton = definePlaced({
  load: () => import('./SupportButton.tsx').then((module) => module.renderSupportButton),
});
