import { defineScreen } from '../define.ts';

export const search = defineScreen({
  id: 'search',
  title: 'search.title',
  async load({ articles }) {
    const loading = [import('./Search.tsx'), articles?.load()] as const;
    const [{ createSearchScreen }, model] = await Promise.all(loading);
    return (context) => createSearchScreen(context, model);
  },
});
