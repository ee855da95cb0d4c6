import { defineScreen } from '../define.ts';

export const status = defineScreen({
  id: 'status',
  title: 'status.title',
  load: () => import('./Status.tsx').then((module) => module.createStatusScreen),
});
