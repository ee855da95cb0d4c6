import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { inPanel } from '../find.ts';
import { german } from '../german.ts';
import {
  dark,
  phone,
  rightToLeft,
  type StageArgs,
  type StageStory,
  smallPhone,
  stage,
} from './stage.tsx';

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Receipt',
  args: { onStart: (support) => support.open('ticket') },
};
export default meta;

/** The complete flow: fill in the form, send it, read the number. */
export const FromFormToReceipt: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.selectOptions(
      panel.getByRole('combobox', { name: 'Category' }),
      'Technical problem',
    );
    await userEvent.type(panel.getByRole('textbox', { name: 'Subject' }), 'Import stops');
    await userEvent.type(panel.getByRole('textbox', { name: 'Description' }), 'At row 400.');
    await userEvent.click(panel.getByRole('button', { name: 'Send request' }));
    await expect(
      await panel.findByRole('heading', { name: 'We’ve got your request' }),
    ).toBeVisible();
    await expect(panel.getByText('PM-1042')).toBeVisible();
    await expect(panel.getByText('ada@acme.example')).toBeVisible();
  },
};

const filled = {
  category: 'technical',
  subject: 'Import stops at row 400',
  description: 'Without a message.',
};

export const Sent: StageStory = {
  args: { onStart: (support) => support.newTicket(filled) },
  async play() {
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Send request' }));
    await expect(await panel.findByText('PM-1042')).toBeVisible();
  },
};

/** Back on the first screen, the next form starts empty. */
export const BackToHelp: StageStory = {
  ...Sent,
  async play(context) {
    await Sent.play?.(context);
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Back to help' }));
    await userEvent.click(await panel.findByRole('button', { name: 'Contact support' }));
    await expect(await panel.findByRole('textbox', { name: 'Subject' })).toHaveValue('');
  },
};

export const Dark: StageStory = { ...Sent, ...dark };
export const RightToLeft: StageStory = { ...Sent, ...rightToLeft };
export const Phone: StageStory = { ...Sent, ...phone };
export const German: StageStory = {
  ...smallPhone,
  args: { ...Sent.args, config: german },
  async play() {
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Unterstützungsanfrage absenden' }));
    await expect(await panel.findByText('PM-1042')).toBeVisible();
  },
};
