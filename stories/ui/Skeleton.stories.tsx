import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect } from 'storybook/test';
import { Skeleton } from '../../src/ui/Skeleton.tsx';
import { inHost } from '../find.ts';

const meta: Meta<typeof Skeleton> = {
  title: 'ui/Skeleton',
  component: Skeleton,
  args: { label: 'Your requests', rows: 3 },
};
export default meta;
type Story = StoryObj<typeof Skeleton>;

export const ThreeRows: Story = {
  async play({ canvasElement }) {
    await expect(inHost(canvasElement).getByRole('status')).toHaveAccessibleName('Your requests');
  },
};
export const OneRow: Story = { args: { rows: 1 } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
