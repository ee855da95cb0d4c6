import type { Meta, StoryObj } from '@storybook/preact-vite';
import { Button } from '../../src/ui/Button.tsx';
import { Notice } from '../../src/ui/Notice.tsx';
import { tone as tones } from '../../src/ui/status.css.ts';
import { Stack } from '../Stack.tsx';

const meta: Meta<typeof Notice> = {
  title: 'ui/Notice',
  component: Notice,
  args: { title: 'Please check 2 fields.' },
};
export default meta;
type Story = StoryObj<typeof Notice>;

export const TitleOnly: Story = {};
export const WithSentence: Story = {
  args: { title: 'We couldn’t reach support.', children: 'Your text is still here.' },
};
export const WithActions: Story = {
  ...WithSentence,
  render: (args) => (
    <Notice
      {...args}
      actions={
        <>
          <Button variant="link" size="small">
            Send by e-mail instead
          </Button>
          <Button variant="link" size="small">
            Copy full request
          </Button>
        </>
      }
    />
  ),
};

export const All: Story = {
  render: () => (
    <Stack>
      {(['red', 'amber', 'green', 'blue', 'grey'] as const).map((tone) => (
        <Notice
          key={tone}
          tone={tones[tone]}
          title="Support answers later today."
          actions={
            <Button variant="link" size="small">
              Send by e-mail instead
            </Button>
          }
        >
          Your text is still here.
        </Notice>
      ))}
    </Stack>
  ),
};
export const Dark: Story = { ...All, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...All, globals: { direction: 'rtl' } };
export const German: Story = {
  args: {
    title: 'Die Unterstützungsanfrage konnte nicht übermittelt werden.',
    children:
      'Überprüfen Sie Ihre Netzwerkverbindungseinstellungen und versuchen Sie es anschließend erneut.',
  },
  globals: { viewport: { value: 'small' } },
};
