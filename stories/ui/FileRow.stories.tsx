import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { Button } from '../../src/ui/Button.tsx';
import { FileRow } from '../../src/ui/FileRow.tsx';
import { List } from '../../src/ui/List.tsx';
import { inHost } from '../find.ts';

const meta: Meta<typeof FileRow> = {
  title: 'ui/File row',
  component: FileRow,
  args: {
    name: 'hubspot-contacts.png',
    type: 'image/png',
    detail: '412 kB · added',
    removeLabel: 'Remove hubspot-contacts.png',
    onRemove: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof FileRow>;

export const Added: Story = {
  async play({ canvasElement, args }) {
    const host = inHost(canvasElement);
    await userEvent.click(host.getByRole('button', { name: 'Remove hubspot-contacts.png' }));
    await expect(args.onRemove).toHaveBeenCalledOnce();
  },
};

export const EveryState: Story = {
  render: (args) => (
    <List label="Attachments">
      <FileRow {...args} />
      <FileRow
        {...args}
        type="application/pdf"
        name="sync-log-november.csv"
        detail={undefined}
        progress={{ share: 0.64, words: '64 %' }}
      />
      <FileRow
        {...args}
        type="application/pdf"
        name="a-very-long-name-of-a-file-that-nobody-would-ever-read-to-its-end.json"
        detail={undefined}
        problem="We could not reach support. Check your connection."
        action={
          <Button size="small" onPress={fn()}>
            Try again
          </Button>
        }
      />
      <FileRow
        {...args}
        type="application/pdf"
        name="setup.exe"
        detail={undefined}
        problem="You can’t attach this type of file. Use an image, PDF, text or ZIP file."
      />
    </List>
  ),
  async play({ canvasElement }) {
    const host = inHost(canvasElement);
    await expect(host.getByRole('progressbar')).toHaveAttribute('value', '0.64');
    await expect(host.getAllByRole('alert')).toHaveLength(2);
  },
};
export const Dark: Story = { ...EveryState, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...EveryState, globals: { direction: 'rtl' } };
export const Phone: Story = { ...EveryState, globals: { viewport: { value: 'phone' } } };
