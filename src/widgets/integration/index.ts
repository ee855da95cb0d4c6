import { defineScreen } from '../define.ts';

export const integration = defineScreen({
  id: 'integration',
  title: 'integration.title',
  load: () => import('./Integration.tsx').then((module) => module.createIntegrationScreen),
});
