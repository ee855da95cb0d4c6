import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { inPanel } from '../find.ts';
import { integrations } from '../integrationSamples.ts';
import { dark, type StageArgs, type StageStory, stage } from './stage.tsx';

/** One integration in each of its nine states. */
const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Integration',
  args: { backend: { integrations }, onStart: (support) => support.open('status') },
};
export default meta;

const opened = (name: string, word: string): StageStory => ({
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: new RegExp(name) }));
    await expect(await panel.findByRole('heading', { name })).toBeVisible();
    await expect(panel.getAllByText(word)[0]).toBeVisible();
  },
});

export const ReconnectNeeded = opened('HubSpot', 'Reconnect needed');
export const Down = opened('Stripe', 'Down');
export const Degraded = opened('Mailgun', 'Degraded');
export const Maintenance = opened('PostHog', 'Maintenance');
export const Syncing = opened('Salesforce', 'Syncing');
export const Working = opened('Google', 'Working');
export const NotConnected = opened('PayPal', 'Not connected');
export const Retired = opened('Mandrill', 'Ending soon');
export const Unknown = opened('Segment', 'Unknown');

/** The result of a test on demand. */
export const Tested: StageStory = {
  async play(context) {
    await Degraded.play?.(context);
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Test connection' }));
    await expect(await panel.findByText(/^Tested|^Test/)).toBeVisible();
  },
};

export const DegradedDark: StageStory = { ...Degraded, ...dark };
