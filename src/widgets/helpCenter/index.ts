import { definePlaced } from '../define.ts';

export const helpCenter = definePlaced({
  load: () => import('./HelpCenter.tsx').then((module) => module.renderHelpCenter),
});
