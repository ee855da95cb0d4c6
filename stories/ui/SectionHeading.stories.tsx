import type { Meta, StoryObj } from '@storybook/preact-vite';
import { Button } from '../../src/ui/Button.tsx';
import { SectionHeading } from '../../src/ui/SectionHeading.tsx';

const action = (
  <Button variant="link" size="small">
    See all
  </Button>
);

const meta: Meta<typeof SectionHeading> = {
  title: 'ui/SectionHeading',
  component: SectionHeading,
  args: { children: 'Your requests' },
  // Without the panel's heading above it, its heading level is not in sequence.
  parameters: { a11y: { config: { rules: [{ id: 'heading-order', enabled: false }] } } },
};
export default meta;
type Story = StoryObj<typeof SectionHeading>;

export const Plain: Story = {};
export const WithAction: Story = {
  render: (args) => <SectionHeading {...args} action={action} />,
};
export const Dark: Story = { ...WithAction, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...WithAction, globals: { direction: 'rtl' } };
export const German: Story = {
  ...WithAction,
  args: { children: 'Ihre bisherigen Unterstützungsanfragen und Rückmeldungen' },
  globals: { viewport: { value: 'small' } },
};
