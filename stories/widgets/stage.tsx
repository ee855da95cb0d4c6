import type { Meta, StoryObj } from '@storybook/preact-vite';
import { directionOf, themeOf } from '../ShadowHost.tsx';
import { Stage, type StageProps } from '../Stage.tsx';

/** The options of a widget's story. Theme and direction come from the toolbar. */
export type StageArgs = Omit<StageProps, 'theme' | 'direction'>;
export type StageStory = StoryObj<StageArgs>;

/** The stage of all widget stories: a page with a real support instance, created for each story. */
export const stage = {
  render: (args, { globals }) => (
    <Stage {...args} theme={themeOf(globals)} direction={directionOf(globals)} />
  ),
  parameters: {
    ownRoot: true,
    // A page has one panel, so each story in the docs gets its own frame.
    docs: { story: { inline: false, iframeHeight: 720 } },
    controls: { disable: true },
  },
} satisfies Meta<StageArgs>;

export const dark = { globals: { theme: 'dark' } };
export const rightToLeft = { globals: { direction: 'rtl' } };
export const phone = { globals: { viewport: { value: 'phone' } } };
export const smallPhone = { globals: { viewport: { value: 'small' } } };
