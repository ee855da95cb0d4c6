import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { expectFocus, inPanel } from '../find.ts';
import { integrations } from '../integrationSamples.ts';
import { dark, phone, type StageArgs, type StageStory, stage } from './stage.tsx';

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

/** The visitor waits until it works again. The same button ends it. */
export const Awaited: StageStory = {
  async play(context) {
    await Down.play?.(context);
    const panel = await inPanel();
    await userEvent.click(
      await panel.findByRole('button', { name: 'Notify me when it works again' }),
    );
    await expect(panel.getByText('We’ll notify you here when Stripe works again.')).toBeVisible();
    await expectFocus(panel.getByRole('button', { name: 'Don’t notify me' }));
  },
};

/** It has worked for a while, so the first screen says so, until the visitor has read it. */
export const WorksAgain: StageStory = {
  args: {
    awaited: { id: 'google', name: 'Google' },
    onStart: (support) => support.open('home'),
  },
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByText('Google works again.')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'OK' })).toBeVisible();
  },
};

export const AwaitedDark: StageStory = { ...Awaited, ...dark };
export const WorksAgainPhone: StageStory = { ...WorksAgain, ...phone };
export const DegradedDark: StageStory = { ...Degraded, ...dark };
