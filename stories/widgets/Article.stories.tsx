import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { inPanel } from '../find.ts';
import { articles } from '../samples.ts';
import { dark, phone, rightToLeft, type StageArgs, type StageStory, stage } from './stage.tsx';

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Article',
  args: { backend: { articles }, onStart: (support) => support.openArticle('spf') },
};
export default meta;

export const Whole: StageStory = {
  async play() {
    const panel = await inPanel();
    await expect(
      await panel.findByRole('heading', { name: 'Fix a failing SPF or DKIM record' }),
    ).toBeVisible();
    await expect(panel.getByRole('note')).toHaveTextContent('Keep one SPF record.');
    await userEvent.click(panel.getByRole('button', { name: 'Yes' }));
    await expect(await panel.findByText('Thank you.')).toBeVisible();
  },
};

export const Gone: StageStory = {
  args: { onStart: (support) => support.openArticle('gone') },
  async play() {
    await expect(await (await inPanel()).findByText('We couldn’t load this article')).toBeVisible();
  },
};

export const Dark: StageStory = { ...Whole, ...dark };
export const RightToLeft: StageStory = { ...Whole, ...rightToLeft };
export const Phone: StageStory = { ...Whole, ...phone };
