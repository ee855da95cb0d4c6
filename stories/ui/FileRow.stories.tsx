import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect, fn, userEvent, waitFor } from 'storybook/test';
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

/** A square of one color, as PNG. */
async function squareOf(color: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(8, 8);
  const pen = canvas.getContext('2d');
  if (pen) pen.fillStyle = color;
  pen?.fillRect(0, 0, 8, 8);
  return canvas.convertToBlob();
}

export const Picture: Story = {
  loaders: [async () => ({ picture: await squareOf('rgb(0, 128, 0)') })],
  render: (args, { loaded: { picture } }) => <FileRow {...args} picture={picture} />,
  async play({ canvasElement }) {
    const drawn = await waitFor(() => {
      const root = canvasElement.querySelector('[data-story-host]')?.shadowRoot;
      const canvas = root?.querySelector('canvas');
      if (!canvas || canvas.hidden) throw new Error('It is not drawn yet.');
      return canvas;
    });
    const [, green] = drawn.getContext('2d')?.getImageData(40, 40, 1, 1).data ?? [];
    await expect(green).toBe(128);
  },
};

/** The icon stays for a picture that cannot be read. */
export const BrokenPicture: Story = {
  args: { picture: new Blob(['not a picture'], { type: 'image/png' }) },
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
