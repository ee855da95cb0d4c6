import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { expectFocus, inPanel } from '../find.ts';
import { arabic, dark, phone, type StageArgs, type StageStory, stage } from './stage.tsx';

/** The contact form with a draft of an earlier visit. */
const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Contact form, restored draft',
  args: {
    draft: {
      category: 'technical',
      subject: 'Import stops at row 400',
      description: 'Since this morning every import ends there without a message.',
    },
    onStart: (support) => support.open('ticket'),
  },
};
export default meta;

/** A stored draft is named until the first edit. It can be discarded, and brought back. */
export const Restored: StageStory = {
  async play() {
    const panel = await inPanel();
    const subject = panel.getByRole('textbox', { name: 'Subject' });
    await userEvent.click(await panel.findByRole('button', { name: 'Discard' }));
    await expect(subject).toHaveValue('');
    await expectFocus(panel.getByRole('button', { name: 'Undo' }));
    await userEvent.keyboard('{Enter}');
    await expect(subject).toHaveValue('Import stops at row 400');
    await expect(panel.getByText('We’ve restored your draft.')).toBeVisible();
  },
};

export const Discarded: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: 'Discard' }));
    await expect(panel.getByText('Your draft was discarded.')).toBeVisible();
  },
};

/** Typing ends the line. The field with the focus stays where it is. */
export const Edited: StageStory = {
  async play() {
    const panel = await inPanel();
    await panel.findByRole('button', { name: 'Discard' });
    const subject = panel.getByRole('textbox', { name: 'Subject' });
    const { top } = subject.getBoundingClientRect();
    await userEvent.type(subject, '.');
    await expect(panel.queryByText('We’ve restored your draft.')).toBeNull();
    await expect(subject.getBoundingClientRect().top).toBe(top);
  },
};

export const Dark: StageStory = { ...Discarded, ...dark };
export const Phone: StageStory = { ...Restored, ...phone };
export const Arabic: StageStory = {
  ...arabic,
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByRole('button', { name: 'تجاهل المسودة' })).toBeVisible();
  },
};
