import type { SupportConfig } from './config.ts';
import type { Chunks } from './frontDoor.ts';

/**
 * The chunks behind the front door, as the host's bundler splits them. Only this file imports them.
 */
export const chunksOf = (config: SupportConfig): Chunks => ({
  app: () => import('./app/app.ts').catch(() => import('./app/app.ts')),
  panel: () => import('./shell/Panel.tsx'),
  idle: async (door) => (await import('./idle.ts')).furnish(door, config),
});
