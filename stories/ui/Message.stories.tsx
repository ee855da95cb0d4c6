import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { Button } from '../../src/ui/Button.tsx';
import { Divider } from '../../src/ui/Divider.tsx';
import { MessageRow } from '../../src/ui/MessageRow.tsx';
import { inHost } from '../find.ts';

const meta: Meta<typeof MessageRow> = {
  title: 'ui/Message',
  component: MessageRow,
  args: {
    name: 'Marta Klein',
    person: 'Marta Klein',
    role: 'Support',
    time: '14:31',
    body: 'I found the reason. HubSpot rejected our token at 14:02, so the sync stopped.',
    draw: (text) => <p>{text}</p>,
    files: [],
  },
};
export default meta;
type Story = StoryObj<typeof MessageRow>;

export const OfTheTeam: Story = {};
export const OfTheVisitor: Story = {
  args: { name: 'You', person: 'Ada Lovelace', role: undefined, isOwn: true },
};
/** Without a known name, the picture is a person. */
export const WithoutAName: Story = {
  args: { name: 'You', person: undefined, role: undefined, isOwn: true },
};

export const WithFiles: Story = {
  args: {
    files: [
      { id: 'a', name: 'invoice-march.pdf', type: 'application/pdf', url: '#' },
      { id: 'b', name: `${'sync-log-november-'.repeat(6)}.csv`, type: 'text/csv', url: '#' },
      { id: 'c', name: 'still-uploading.zip', type: 'application/zip' },
    ],
  },
};

/** A reply that waits for a connection can be sent now, or edited. */
export const Waiting: Story = {
  args: {
    ...OfTheVisitor.args,
    time: 'Waiting for a connection',
    children: (
      <>
        <Button variant="link" size="small" onPress={fn()}>
          Try now
        </Button>
        <Button variant="link" size="small" onPress={fn()}>
          Edit
        </Button>
      </>
    ),
  },
};

export const FromAMail: Story = {
  args: {
    mail: {
      whole: 'I found the reason.\n\nOn Monday you wrote:\n> Nothing arrives.',
      showLabel: 'Show the full e-mail',
      hideLabel: 'Show only the reply',
    },
  },
  async play({ canvasElement }) {
    const host = inHost(canvasElement);
    await userEvent.click(host.getByRole('button', { name: 'Show the full e-mail' }));
    await expect(host.getByText(/On Monday you wrote/)).toBeVisible();
  },
};

/** A Hebrew name, a word without a space, and a change of status between two messages. */
export const RealContent: Story = {
  render: (args) => (
    <>
      <MessageRow {...args} name="נועה ישראלי-רוזנברג" person="נועה ישראלי-רוזנברג" />
      <Divider>Status changed to Waiting for you · 14:33</Divider>
      <MessageRow
        {...args}
        name={'Donaudampfschifffahrtsgesellschaftskapitän'.repeat(2)}
        body={`https://app.acme.example/${'campaigns'.repeat(12)}`}
      />
    </>
  ),
};
