import type { ScreenWidget } from '../define.ts';

export const article: ScreenWidget = {
  title: 'article.title',
  async load({ articles }) {
    const loading = [import('./Article.tsx'), articles?.load()] as const;
    const [{ createArticleScreen }, model] = await Promise.all(loading);
    return (context) => createArticleScreen(context, model);
  },
};
