import { defineScreen } from '../define.ts';

export const home = defineScreen({
  id: 'home',
  title: 'panel.title',
  load: () => import('./Home.tsx').then((module) => module.createHome),
});
