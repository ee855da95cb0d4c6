import type { ScreenWidget } from '../define.ts';

export const integration: ScreenWidget = {
  title: 'integration.title',
  load: () => import('./Integration.tsx').then((module) => module.createIntegrationScreen),
};
