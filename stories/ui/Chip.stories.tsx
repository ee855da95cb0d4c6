import type { Meta, StoryObj } from '@storybook/preact-vite';
import { BookOpen, CirclePlay, LifeBuoy } from 'lucide';
import { expect, fn } from 'storybook/test';
import { Chip, Chips } from '../../src/ui/Chip.tsx';
import { inHost } from '../find.ts';

const meta: Meta<typeof Chip> = {
  title: 'ui/Chip',
  component: Chip,
  args: {
    icon: BookOpen,
    label: 'Knowledge Base',
    href: 'https://help.acme.example/',
    onPress: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof Chip>;

export const One: Story = {
  async play({ canvasElement }) {
    const link = inHost(canvasElement).getByRole('link', { name: 'Knowledge Base' });
    await expect(link).toHaveAttribute('target', '_blank');
    await expect(link).toHaveAttribute('rel', 'noopener noreferrer');
  },
};

export const All: Story = {
  render: (args) => (
    <Chips>
      <Chip {...args} />
      <Chip {...args} icon={LifeBuoy} label="Support" />
      <Chip {...args} icon={CirclePlay} label="Video Tutorials" />
      <Chip {...args} label="Our Services" />
    </Chips>
  ),
};
export const Dark: Story = { ...All, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...All, globals: { direction: 'rtl' } };
export const Phone: Story = { ...All, globals: { viewport: { value: 'phone' } } };
export const German: Story = {
  args: { label: 'Begriffserklärungen zur Zustellbarkeitsüberwachung' },
  globals: { viewport: { value: 'small' } },
};
