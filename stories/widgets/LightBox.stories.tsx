import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { inPanel, inPicture } from '../find.ts';
import { brokenPicture, messagesWith, tallPicture, widePicture } from '../pictureSamples.ts';
import { tickets } from '../samples.ts';
import {
  arabic,
  dark,
  phone,
  type StageArgs,
  type StageStory,
  smallPhone,
  stage,
} from './stage.tsx';

/** A picture of a conversation in the whole window. */
const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Light box',
  args: {
    knownVisitor: true,
    backend: { tickets, messages: messagesWith(widePicture, tallPicture) },
    onStart: (support) => support.open('requests'),
  },
};
export default meta;

async function openPicture({ name }: { name: string }) {
  const panel = await inPanel();
  await userEvent.click(await panel.findByRole('button', { name: /Import stops/ }));
  await userEvent.click(await panel.findByRole('link', { name }));
  return inPicture(name);
}

export const Several: StageStory = {
  async play() {
    const box = await openPicture(widePicture);
    await expect(box.getByText('1 of 2')).toBeVisible();
    await expect(await box.findByRole('img', { name: widePicture.name })).toBeVisible();
    await expect(box.getByRole('button', { name: 'Next picture' })).toBeVisible();
  },
};

export const One: StageStory = {
  args: { backend: { tickets, messages: messagesWith(tallPicture) } },
  async play() {
    const box = await openPicture(tallPicture);
    await expect(await box.findByRole('img', { name: tallPicture.name })).toBeVisible();
    await expect(box.queryByRole('button', { name: 'Next picture' })).toBeNull();
  },
};

/** A picture in its actual size is scrolled, also with the arrow keys. */
export const ActualSize: StageStory = {
  async play() {
    const box = await openPicture(tallPicture);
    await userEvent.click(box.getByRole('button', { name: 'Actual size' }));
    await expect(box.getByRole('button', { name: 'Fit to window' })).toBeVisible();
    const stage = box.getByRole('region', { name: tallPicture.name });
    await expect(stage.scrollHeight).toBeGreaterThan(stage.clientHeight);
  },
};

/** A picture that cannot be loaded, for example because it was deleted. */
export const Failed: StageStory = {
  args: { backend: { tickets, messages: messagesWith(brokenPicture, widePicture) } },
  async play() {
    const box = await openPicture(brokenPicture);
    await expect(await box.findByRole('alert')).toHaveTextContent(/^We couldn’t load this picture/);
    await expect(box.queryByRole('button', { name: 'Actual size' })).toBeNull();
  },
};

export const SeveralDark: StageStory = { ...Several, ...dark };
export const SeveralOnPhone: StageStory = { ...Several, ...phone };
export const SeveralOnSmallPhone: StageStory = { ...Several, ...smallPhone };
export const OneOnPhone: StageStory = { ...One, ...phone };
export const FailedDark: StageStory = { ...Failed, ...dark };
export const FailedOnSmallPhone: StageStory = { ...Failed, ...smallPhone };
export const Arabic: StageStory = {
  ...arabic,
  async play() {
    const box = await openPicture(widePicture);
    await expect(await box.findByRole('img', { name: widePicture.name })).toBeVisible();
  },
};
