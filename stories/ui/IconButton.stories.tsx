import type { Meta, StoryObj } from '@storybook/preact-vite';
import { ArrowLeft, Copy, X } from 'lucide';
import { expect, fn, userEvent } from 'storybook/test';
import { IconButton } from '../../src/ui/IconButton.tsx';
import { inHost } from '../find.ts';
import { Stack } from '../Stack.tsx';

const meta: Meta<typeof IconButton> = {
  title: 'ui/IconButton',
  component: IconButton,
  args: { icon: X, label: 'Close', onPress: fn() },
};
export default meta;
type Story = StoryObj<typeof IconButton>;

export const Standard: Story = {
  async play({ canvasElement, args }) {
    await userEvent.click(inHost(canvasElement).getByRole('button', { name: 'Close' }));
    await expect(args.onPress).toHaveBeenCalledOnce();
  },
};

export const All: Story = {
  render: ({ onPress }) => (
    <Stack>
      <IconButton icon={X} label="Close" onPress={onPress} />
      <IconButton icon={Copy} label="Copy" onPress={onPress} />
      <IconButton icon={ArrowLeft} mirrored label="Back" onPress={onPress} />
    </Stack>
  ),
};
export const Dark: Story = { ...All, globals: { theme: 'dark' } };
/** The arrow is mirrored, the cross is not. */
export const RightToLeft: Story = { ...All, globals: { direction: 'rtl' } };
export const Phone: Story = { ...All, globals: { viewport: { value: 'phone' } } };
