import { defineScreen } from '../define.ts';

export const search = defineScreen({
  id: 'search',
  title: 'search.title',
  load: () => import('./Search.tsx').then((module) => module.createSearchScreen),
});
