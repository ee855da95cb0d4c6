import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { inPanel, inPlaced } from '../find.ts';
import { german } from '../german.ts';
import { dark, rightToLeft, type StageArgs, type StageStory, smallPhone, stage } from './stage.tsx';

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Support button',
  args: { placed: 'supportButton', config: { launcher: false } },
};
export default meta;

export const Standard: StageStory = {
  async play({ canvasElement }) {
    await expect(await (await inPlaced(canvasElement)).findByRole('button')).toBeVisible();
  },
};

export const OpensThePanel: StageStory = {
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    await userEvent.click(await find.findByRole('button', { name: 'Contact support' }));
    await expect((await inPanel()).getByRole('heading', { name: 'Help' })).toBeVisible();
  },
};

export const Dark: StageStory = { ...Standard, ...dark };
export const RightToLeft: StageStory = { ...Standard, ...rightToLeft };
export const German: StageStory = { ...Standard, ...smallPhone, args: { config: german } };
