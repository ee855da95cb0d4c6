import type { Meta, StoryObj } from '@storybook/preact-vite';
import { Tag } from '../../src/ui/Tag.tsx';
import { Stack } from '../Stack.tsx';

const meta: Meta<typeof Tag> = { title: 'ui/Tag', component: Tag };
export default meta;
type Story = StoryObj<typeof Tag>;

/** The status of a request, as visitors read it. */
export const All: Story = {
  render: () => (
    <Stack>
      <Tag tone="grey">Received</Tag>
      <Tag tone="blue">In progress</Tag>
      <Tag tone="amber">Waiting for you</Tag>
      <Tag tone="green">Resolved</Tag>
      <Tag tone="red">Failed</Tag>
    </Stack>
  ),
};
export const Dark: Story = { ...All, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...All, globals: { direction: 'rtl' } };
export const German: Story = { args: { tone: 'amber', children: 'Wartet auf Ihre Rückmeldung' } };
