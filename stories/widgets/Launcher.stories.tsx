import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { expectFocus, inLauncher, inPanel, stillness } from '../find.ts';
import { german } from '../german.ts';
import { messages, tickets } from '../samples.ts';
import { dark, rightToLeft, type StageArgs, type StageStory, smallPhone, stage } from './stage.tsx';

const meta: Meta<StageArgs> = { ...stage, title: 'widgets/Launcher' };
export default meta;

export const Closed: StageStory = {
  async play() {
    await expect(inLauncher().getByRole('button', { name: 'Contact Support' })).toBeVisible();
  },
};

export const Focused: StageStory = {
  async play() {
    inLauncher().getByRole('button').focus();
    await stillness();
  },
};

export const Open: StageStory = {
  async play() {
    const button = inLauncher().getByRole('button', { name: 'Contact Support' });
    await userEvent.click(button);
    await inPanel();
    await expect(button).toHaveAccessibleName('Close help');
    await expect(button).toHaveAttribute('aria-expanded', 'true');
  },
};

export const EscapeReturns: StageStory = {
  async play() {
    const button = inLauncher().getByRole('button');
    button.focus();
    await userEvent.keyboard('{Enter}');
    const panel = await inPanel();
    await expectFocus(panel.getByRole('heading', { name: 'Help' }));
    await userEvent.keyboard('{Escape}');
    await expectFocus(button);
    await waitFor(() => expect(button).toHaveAccessibleName('Contact Support'));
    await stillness();
  },
};

export const AtTheStart: StageStory = { args: { config: { position: 'start' } } };
export const Raised: StageStory = { args: { config: { offset: { x: 40, y: 96 } } } };
export const Hidden: StageStory = {
  args: { config: { launcher: false } },
  async play() {
    await expect(inLauncher().queryByRole('button')).toBeNull();
  },
};
/** The number of new replies; nine is the last one that is shown. */
export const Unread: StageStory = {
  args: { knownVisitor: true, backend: { tickets, messages } },
  async play() {
    await expect(await inLauncher().findByRole('status')).toHaveTextContent('1');
  },
};

export const UnreadDark: StageStory = { ...Unread, ...dark };
export const Dark: StageStory = dark;
export const RightToLeft: StageStory = rightToLeft;
export const OpenDark: StageStory = { ...Open, ...dark };
export const German: StageStory = { ...Focused, ...smallPhone, args: { config: german } };
