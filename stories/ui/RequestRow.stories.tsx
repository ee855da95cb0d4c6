import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect, fn } from 'storybook/test';
import { List } from '../../src/ui/List.tsx';
import { RequestRow } from '../../src/ui/RequestRow.tsx';
import { Tag } from '../../src/ui/Tag.tsx';
import { inHost } from '../find.ts';

const meta: Meta<typeof RequestRow> = {
  title: 'ui/Request row',
  component: RequestRow,
  args: {
    subject: 'Replies are not syncing',
    excerpt: 'Marta: I found the reason. HubSpot rejected our token at 14:02.',
    time: '12 min',
    number: 'PM-1042',
    tag: <Tag tone="amber">Waiting for you</Tag>,
    onPress: fn(),
  },
  render: (args) => (
    <List label="Your requests">
      <RequestRow {...args} />
    </List>
  ),
};
export default meta;
type Story = StoryObj<typeof RequestRow>;

export const Read: Story = {};
export const Unread: Story = {
  args: { unread: '2 new replies' },
  async play({ canvasElement }) {
    await expect(inHost(canvasElement).getByRole('img', { name: '2 new replies' })).toBeVisible();
  },
};
/** Long words, an Arabic subject, and one in Latin letters are cut at their own end. */
export const RealContent: Story = {
  render: (args) => (
    <List label="Your requests">
      <RequestRow {...args} subject={'Unzustellbarkeitsbenachrichtigung'.repeat(3)} />
      <RequestRow
        {...args}
        subject="لا تصل الرسائل إلى صندوق الوارد عند العملاء الجدد منذ صباح اليوم"
      />
      <RequestRow {...args} excerpt="" tag={<Tag tone="grey">Received</Tag>} />
    </List>
  ),
};
