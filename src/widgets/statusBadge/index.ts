import type { PlacedWidget } from '../define.ts';

export const statusBadge: PlacedWidget = {
  load: () => import('./StatusBadge.tsx').then((module) => module.renderStatusBadge),
};

export const statusSummary: PlacedWidget = {
  load: () => import('./StatusSummary.tsx').then((module) => module.renderStatusSummary),
};
