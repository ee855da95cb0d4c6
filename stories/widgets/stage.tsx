import type { Meta, StoryObj } from '@storybook/preact-vite';
import { Stage, type StageProps } from '../Stage.tsx';
import { settingsOf } from '../toolbar.ts';

/** The options of a widget's story. Theme and direction come from the toolbar. */
export type StageArgs = Omit<StageProps, 'settings'>;
export type StageStory = StoryObj<StageArgs>;

/** The stage of all widget stories: a page with a real support instance, created for each story. */
export const stage = {
  render: (args, { globals }) => <Stage {...args} settings={settingsOf(globals)} />,
  argTypes: {
    config: { control: 'object', description: 'Options of `createSupport`' },
    backend: { control: 'object', description: 'Data and behavior of the backend' },
    knownVisitor: { control: 'boolean', description: 'The visitor has written before' },
    draft: { control: 'object', description: 'The draft that the visitor has left' },
    awaited: { control: 'object', description: 'The integration that the visitor waits for' },
    placed: { control: false },
    placedOptions: { control: 'object' },
    hasField: { control: false },
    onStart: { control: false },
  },
  parameters: {
    ownRoot: true,
    // A page has one panel, so each story in the docs gets its own frame.
    docs: { story: { inline: false, iframeHeight: 720 } },
  },
} satisfies Meta<StageArgs>;

export const dark = { globals: { theme: 'dark' } };
export const rightToLeft = { globals: { direction: 'rtl' } };
export const phone = { globals: { viewport: { value: 'phone' } } };
export const arabic = { globals: { locale: 'ar' } };
export const smallPhone = { globals: { viewport: { value: 'small' } } };
