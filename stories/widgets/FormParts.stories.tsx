import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { inPanel } from '../find.ts';
import { articles } from '../samples.ts';
import { arabic, type StageArgs, type StageStory, stage } from './stage.tsx';

/** The parts of the contact form that load after its fields. */
const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Contact form, parts',
  args: { onStart: (support) => support.open('ticket') },
};
export default meta;

/** Files are added, and those that cannot be sent say why. */
export const Attachments: StageStory = {
  async play() {
    const panel = await inPanel();
    await panel.findByRole('button', { name: 'Add files' });
    const input = document
      .querySelector('penguin-support')
      ?.shadowRoot?.querySelector<HTMLInputElement>('input[type=file]');
    if (!input) throw new Error('There is no field for files.');
    const files = [
      new File(['one'], 'sync-log-november.csv', { type: 'text/csv' }),
      new File(['two'], 'setup.exe', { type: 'application/x-msdownload' }),
    ];
    await userEvent.upload(input, files, { applyAccept: false });
    await expect(await panel.findByText('sync-log-november.csv')).toBeVisible();
    await expect(await panel.findByText(/can’t attach this type of file/)).toBeVisible();
  },
};

/** A removed file can be restored. */
export const RemovedFile: StageStory = {
  async play(context) {
    await Attachments.play?.(context);
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: /sync-log-november/ }));
    await expect(await panel.findByText('sync-log-november.csv was removed.')).toBeVisible();
    await userEvent.click(panel.getByRole('button', { name: 'Undo' }));
    await expect(await panel.findByText('sync-log-november.csv')).toBeVisible();
  },
};

/** Articles that may answer are shown below the description. */
export const Suggestions: StageStory = {
  args: { backend: { articles } },
  async play() {
    const panel = await inPanel();
    const description = panel.getByRole('textbox', { name: 'Description' });
    await userEvent.type(description, 'How do I fix a failing SPF or DKIM record?');
    await expect(await panel.findByText('These articles may help')).toBeVisible();
  },
};

export const Arabic: StageStory = {
  ...arabic,
  async play() {
    const panel = await inPanel();
    await expect(await panel.findAllByRole('combobox')).toHaveLength(2);
  },
};
