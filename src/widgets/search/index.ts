import type { ScreenWidget } from '../define.ts';

export const search: ScreenWidget = {
  title: 'search.title',
  async load({ articles }) {
    const loading = [import('./Search.tsx'), articles?.load()] as const;
    const [{ createSearchScreen, parts }, model] = await Promise.all(loading);
    await parts;
    return (context) => createSearchScreen(context, model);
  },
};
