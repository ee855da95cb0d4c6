import { definePlaced } from '../define.ts';

export const statusBadge = definePlaced({
  load: () => import('./StatusBadge.tsx').then((module) => module.renderStatusBadge),
});

export const statusSummary = definePlaced({
  load: () => import('./StatusSummary.tsx').then((module) => module.renderStatusSummary),
});
