import type { Meta, StoryObj } from '@storybook/preact-vite';
import { RotateCw } from 'lucide';
import { expect, fn, userEvent } from 'storybook/test';
import { Button } from '../../src/ui/Button.tsx';
import { inHost } from '../find.ts';
import { Stack } from '../Stack.tsx';

const meta: Meta<typeof Button> = {
  title: 'ui/Button',
  component: Button,
  args: { children: 'Send request', onPress: fn() },
};
export default meta;
type Story = StoryObj<typeof Button>;

export const Primary: Story = {
  args: { variant: 'primary' },
  async play({ canvasElement, args }) {
    await userEvent.click(inHost(canvasElement).getByRole('button', { name: 'Send request' }));
    await expect(args.onPress).toHaveBeenCalledOnce();
  },
};
export const Secondary: Story = {};
export const Ghost: Story = { args: { variant: 'ghost' } };
export const AsText: Story = { args: { variant: 'link', children: 'See all' } };
export const WithIcon: Story = { args: { icon: RotateCw, children: 'Try again' } };
export const Small: Story = { args: { size: 'small' } };
export const Large: Story = { args: { variant: 'primary', size: 'large' } };
export const Link: Story = { args: { href: 'mailto:support@acme.example' } };

export const Busy: Story = {
  args: { variant: 'primary', busy: true, children: 'Sending…' },
  async play({ canvasElement, args }) {
    const button = inHost(canvasElement).getByRole('button', { name: 'Sending…' });
    await userEvent.click(button);
    await expect(args.onPress).not.toHaveBeenCalled();
    button.focus();
    await userEvent.keyboard('{Enter}');
    await expect(args.onPress).not.toHaveBeenCalled();
  },
};

export const All: Story = {
  render: ({ onPress }) => (
    <Stack>
      {(['primary', 'secondary', 'ghost', 'link'] as const).map((variant) => (
        <Button key={variant} variant={variant} icon={RotateCw} onPress={() => onPress?.()}>
          Try again
        </Button>
      ))}
      <Button size="small">Small</Button>
      <Button variant="primary" busy>
        Sending…
      </Button>
      <Button variant="primary" size="large">
        Send request
      </Button>
    </Stack>
  ),
};
export const Dark: Story = { ...All, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...All, globals: { direction: 'rtl' } };
export const Phone: Story = { ...All, globals: { viewport: { value: 'phone' } } };
export const German: Story = {
  args: { variant: 'primary', size: 'large', children: 'Unterstützungsanfrage absenden' },
  globals: { viewport: { value: 'small' } },
};
