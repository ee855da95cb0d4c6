import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { inPanel } from '../find.ts';
import { dark, phone, type StageArgs, type StageStory, stage } from './stage.tsx';

/** Answers the dialog for sharing a screen, which a story cannot press. */
function denySharing(): () => void {
  const { mediaDevices } = navigator;
  const real = mediaDevices.getDisplayMedia;
  mediaDevices.getDisplayMedia = () =>
    Promise.reject(new DOMException('Denied by the story.', 'NotAllowedError'));
  return () => {
    mediaDevices.getDisplayMedia = real;
  };
}

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Screenshot',
  args: { onStart: (support) => support.open('ticket') },
  beforeEach: denySharing,
};
export default meta;

export const Ready: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: 'Take a screenshot' }));
    await expect(await panel.findByRole('button', { name: 'Take screenshot' })).toBeVisible();
  },
};

/** The person has not shared the screen. The page itself can be captured instead. */
export const NotShared: StageStory = {
  async play(context) {
    await Ready.play?.(context);
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Take screenshot' }));
    await expect(
      await panel.findByRole('button', { name: 'Capture the page instead' }),
    ).toBeVisible();
  },
};

/** Boxes are moved with the pointer or the keyboard, and can be undone. */
export const Editing: StageStory = {
  async play(context) {
    await NotShared.play?.(context);
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Capture the page instead' }));
    await userEvent.click(await panel.findByRole('button', { name: 'Add a box' }));
    await expect(panel.getByRole('button', { name: 'Black box 1' })).toBeVisible();
  },
};

export const EditingDark: StageStory = { ...Editing, ...dark };
export const EditingPhone: StageStory = { ...Editing, ...phone };
