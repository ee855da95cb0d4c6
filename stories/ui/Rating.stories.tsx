import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { Rating } from '../../src/ui/Rating.tsx';
import { inHost } from '../find.ts';

const meta: Meta<typeof Rating> = {
  title: 'ui/Rating',
  component: Rating,
  args: {
    label: 'How was our help?',
    words: ['1 of 5, poor', '2 of 5, not so good', '3 of 5, fair', '4 of 5, good', '5 of 5, great'],
    score: 0,
    onChange: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof Rating>;

export const Unrated: Story = {
  async play({ canvasElement, args }) {
    await userEvent.click(inHost(canvasElement).getByRole('radio', { name: '4 of 5, good' }));
    await expect(args.onChange).toHaveBeenCalledWith(4);
  },
};
export const Good: Story = { args: { score: 4 } };
export const Poor: Story = { args: { score: 1 } };
