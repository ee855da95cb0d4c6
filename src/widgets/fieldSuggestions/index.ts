import { definePlaced } from '../define.ts';

export const suggestions = definePlaced({
  load: () => import('./FieldSuggestions.tsx').then((module) => module.renderFieldSuggestions),
});
