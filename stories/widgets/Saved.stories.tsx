import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
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

const filled = {
  category: 'technical',
  subject: 'Import stops at row 400',
  description: 'Without a message.',
};

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Saved',
  args: {
    backend: { fails: 'SERVICE_UNAVAILABLE' },
    onStart: (support) => support.newTicket(filled),
  },
};
export default meta;

/** The backend is unreachable: the request is stored, and all other ways to send it are offered. */
export const Waiting: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Send request' }));
    await expect(
      await panel.findByText('Saved. We’ll send it once we can reach support.'),
    ).toBeVisible();
    await expect(await panel.findByRole('button', { name: 'Try now' })).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Send by e-mail instead' })).toBeVisible();
    await expect(panel.getByText('Import stops at row 400')).toBeVisible();
  },
};

/** It is marked in the list until it is sent or deleted. */
export const InTheList: StageStory = {
  async play(context) {
    await Waiting.play?.(context);
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Back to help' }));
    await expect(await panel.findByText('Not sent yet')).toBeVisible();
    await userEvent.click(panel.getByRole('button', { name: /Import stops/ }));
    await userEvent.click(await panel.findByRole('button', { name: 'Delete' }));
    await waitFor(() => expect(panel.queryByText('Not sent yet')).toBeNull());
  },
};

export const Dark: StageStory = { ...Waiting, ...dark };
export const RightToLeft: StageStory = { ...Waiting, ...rightToLeft };
export const Phone: StageStory = { ...Waiting, ...phone };
export const German: StageStory = {
  ...smallPhone,
  args: { config: german },
  async play() {
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Unterstützungsanfrage absenden' }));
    await expect(
      await panel.findByRole('button', { name: 'Jetzt erneut versuchen' }),
    ).toBeVisible();
  },
};
