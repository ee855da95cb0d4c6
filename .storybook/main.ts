import type { StorybookConfig } from '@storybook/preact-vite';

/** Plugins and constants come from vite.config.ts, which Storybook reads automatically. */
const config: StorybookConfig = {
  framework: '@storybook/preact-vite',
  stories: ['../stories/**/*.stories.tsx'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
};

export default config;
