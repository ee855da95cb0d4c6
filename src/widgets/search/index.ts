import { defineScreen } from '../define.ts';

export const search = defineScreen({
  id: 'search',
  title: 'search.title',
  async load({ articles }) {
    const bringing = [import('./Search.tsx'), articles?.load()] as const;
    const [{ createSearchScreen }, model] = await Promise.all(bringing);
    return (context) => createSearchScreen(context, model);
  },
});
