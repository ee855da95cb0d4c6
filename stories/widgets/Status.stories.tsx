import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { inPanel } from '../find.ts';
import { incident, integrations } from '../integrationSamples.ts';
import { dark, phone, rightToLeft, type StageArgs, type StageStory, stage } from './stage.tsx';

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Status',
  args: {
    backend: { integrations, incidents: [incident] },
    onStart: (support) => support.open('status'),
  },
};
export default meta;

export const All: StageStory = {
  async play() {
    const panel = await inPanel();
    // In right-to-left text, each number is isolated.
    await expect(await panel.findByText(/^\W?4\W+of\W+7\W+working$/)).toBeVisible();
    await expect(panel.getByText('Sending is slower than usual')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Reconnect' })).toBeVisible();
  },
};

export const One: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: /Mailgun/ }));
    await expect(await panel.findByRole('heading', { name: 'Mailgun' })).toBeVisible();
    await expect(await panel.findByRole('img', { name: /^Response time/ })).toBeVisible();
    await expect(
      panel.getByRole('img', { name: /^Days with errors in the last 30: .*97.2/ }),
    ).toBeVisible();
    await expect(panel.getByText('Records: 1,216')).toBeVisible();
  },
};

export const Nothing: StageStory = {
  args: { backend: {} },
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByText('No integrations yet')).toBeVisible();
  },
};

export const BackendDown: StageStory = {
  args: { backend: { fails: 'NOT_FOUND' } },
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

export const Loading: StageStory = {
  args: { backend: { silent: true } },
  async play() {
    await expect((await inPanel()).getByRole('status', { name: 'Status' })).toBeInTheDocument();
  },
};

export const InTheForm: StageStory = {
  args: { onStart: (support) => support.newTicket({ category: 'integration' }) },
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByText('Sending is slower than usual')).toBeVisible();
  },
};

export const AllDark: StageStory = { ...All, ...dark };
export const AllRightToLeft: StageStory = { ...All, ...rightToLeft };
export const AllPhone: StageStory = { ...All, ...phone };
export const OneDark: StageStory = { ...One, ...dark };
export const OneRightToLeft: StageStory = { ...One, ...rightToLeft };
export const OnePhone: StageStory = { ...One, ...phone };
