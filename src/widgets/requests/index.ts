import { defineScreen } from '../define.ts';

export const requests = defineScreen({
  id: 'requests',
  title: 'requests.title',
  load: () => import('./Requests.tsx').then((module) => module.createRequests),
});
