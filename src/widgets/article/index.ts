import type { ScreenWidget } from '../define.ts';

export const article: ScreenWidget = {
  title: 'article.title',
  async load({ articles }) {
    const loading = [import('./Article.tsx'), articles?.load()] as const;
    const [{ createArticleScreen, parts }, model] = await Promise.all(loading);
    await parts;
    return (context) => createArticleScreen(context, model);
  },
};
