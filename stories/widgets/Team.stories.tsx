import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { expectFocus, inPanel } from '../find.ts';
import { articles } from '../samples.ts';
import { teamOf } from '../teamSamples.ts';
import {
  arabic,
  dark,
  phone,
  type StageArgs,
  type StageStory,
  smallPhone,
  stage,
} from './stage.tsx';

const backend = { articles, popular: articles, config: { team: teamOf({ isThere: true }) } };

/** The line about the team, which visitors read before they write. */
const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Team line',
  args: { backend, onStart: (support) => support.open('ticket') },
};
export default meta;

export const InTheForm: StageStory = {
  async play() {
    const panel = await inPanel();
    await expect(
      await panel.findByRole('img', { name: 'Ada Lovelace, Ben Okri, and Chen Wei from our team' }),
    ).toBeVisible();
    await expect(panel.getByText('We usually answer within 4 hours')).toBeVisible();
    await expectFocus(panel.getByRole('combobox', { name: 'Category' }));
  },
};

/** Outside of the business hours, visitors read when the team is back. */
export const Away: StageStory = {
  args: { backend: { config: { team: teamOf({ isThere: false }) } } },
  async play() {
    await expect(await (await inPanel()).findByText(/^We’re away until/)).toBeVisible();
  },
};

/** An account that shows no names. */
export const WithoutNames: StageStory = {
  args: { backend: { config: { team: { answers_in: 300 } } } },
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByText('We usually answer within minutes')).toBeVisible();
    await expect(panel.queryByRole('img')).toBeNull();
  },
};

export const OnTheFirstScreen: StageStory = {
  args: { onStart: (support) => support.open('home') },
  async play() {
    await expect(
      await (await inPanel()).findByText('We usually answer within 4 hours'),
    ).toBeVisible();
  },
};

/** The line stays after sending. */
export const OnTheReceipt: StageStory = {
  args: {
    onStart: (support) =>
      support.newTicket({ category: 'other', subject: 'Import stops', description: 'At row 400.' }),
  },
  async play() {
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Send request' }));
    await panel.findByText('PM-1042');
    await expect(await panel.findByText('We usually answer within 4 hours')).toBeVisible();
  },
};

export const Dark: StageStory = { ...InTheForm, ...dark };
export const Phone: StageStory = { ...InTheForm, ...phone };
export const SmallPhone: StageStory = { ...InTheForm, ...smallPhone };
export const Arabic: StageStory = {
  ...arabic,
  async play() {
    await expect(await (await inPanel()).findByText('نرد عادةً خلال 4 ساعات')).toBeVisible();
  },
};
