import { defineScreen } from '../define.ts';

export const article = defineScreen({
  id: 'article',
  title: 'article.title',
  load: () => import('./Article.tsx').then((module) => module.createArticleScreen),
});
