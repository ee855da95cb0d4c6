import type { PlacedWidget } from '../define.ts';

export const suggestions: PlacedWidget = {
  async load({ articles }) {
    const loading = [import('./FieldSuggestions.tsx'), articles?.load()] as const;
    const [{ renderFieldSuggestions }, model] = await Promise.all(loading);
    return (context, options) => renderFieldSuggestions(context, options, model);
  },
};
