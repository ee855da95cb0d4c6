import type { Meta, StoryObj } from '@storybook/preact-vite';
import { Check, Inbox, Mail, RotateCw, TriangleAlert } from 'lucide';
import { Button } from '../../src/ui/Button.tsx';
import { CenterState } from '../../src/ui/CenterState.tsx';

const meta: Meta<typeof CenterState> = {
  title: 'ui/CenterState',
  component: CenterState,
  args: { tone: 'grey', icon: Inbox, title: 'No requests yet' },
  // Without the panel's heading above it, its heading level is not in sequence.
  parameters: { a11y: { config: { rules: [{ id: 'heading-order', enabled: false }] } } },
};
export default meta;
type Story = StoryObj<typeof CenterState>;

export const Empty: Story = {
  args: { children: 'When you write to us, the conversation stays here.' },
};
export const TitleOnly: Story = {};
export const Done: Story = {
  args: {
    tone: 'green',
    icon: Check,
    title: 'We’ve got your request',
    children: 'You’ll hear from us by 14:30.',
  },
};
export const ByMail: Story = {
  args: { tone: 'blue', icon: Mail, title: 'Your request is in your mail app' },
};
export const Failed: Story = {
  args: {
    tone: 'red',
    icon: TriangleAlert,
    title: 'We couldn’t load your requests',
    children: 'We couldn’t reach support. Check your connection and try again.',
  },
  render: (args) => <CenterState {...args} actions={<Button icon={RotateCw}>Try again</Button>} />,
};
export const EmptyDark: Story = { ...Empty, globals: { theme: 'dark' } };
export const DoneDark: Story = { ...Done, globals: { theme: 'dark' } };
export const FailedDark: Story = { ...Failed, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...Failed, globals: { direction: 'rtl' } };
export const German: Story = {
  ...Failed,
  args: {
    ...Failed.args,
    title: 'Ihre Unterstützungsanfragen konnten nicht geladen werden',
    children:
      'Überprüfen Sie Ihre Netzwerkverbindungseinstellungen und versuchen Sie es anschließend erneut.',
  },
  globals: { viewport: { value: 'small' } },
};
