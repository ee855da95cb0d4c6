import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import type { ProactiveMessage } from '../../src/contract/proactive.ts';
import { expectFocus, inLauncher, inPanel, stillness } from '../find.ts';
import { german } from '../german.ts';
import { integrations } from '../integrationSamples.ts';
import {
  dark,
  phone,
  rightToLeft,
  type StageArgs,
  type StageStory,
  smallPhone,
  stage,
} from './stage.tsx';

const broken: ProactiveMessage = {
  id: 'reconnect',
  integration: { state: 'action_needed' },
  title: '{integration} needs you to reconnect',
  text: 'Until then, contacts and replies are not synced.',
  action: 'See what happened',
  locale: 'en',
};
const hint: ProactiveMessage = {
  ...{ id: 'hint', page: '*', title: 'Your first campaign? This guide takes three minutes.' },
  locale: 'en',
};

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Proactive message',
  args: { backend: { proactive: [broken], integrations }, config: { proactive: true } },
};
export default meta;

async function inCard(): Promise<ReturnType<typeof within>> {
  const root = document.querySelector('penguin-support')?.shadowRoot;
  const card = await waitFor(
    () => {
      const found = root?.querySelector<HTMLElement>('[part=message]');
      // The words follow the region, so that they are announced.
      if (!found?.querySelector('[role=status]')?.textContent) throw new Error('No message yet.');
      return found;
    },
    { timeout: 5_000 },
  );
  await stillness();
  return within(card);
}

const isGone = () =>
  waitFor(() =>
    expect(
      document.querySelector('penguin-support')?.shadowRoot?.querySelector('[part=message]'),
    ).toBeNull(),
  );

export const Shown: StageStory = {
  async play() {
    const card = await inCard();
    const status = card.getByRole('status');
    await expect(status).toHaveTextContent(/needs you to reconnect/);
    await expect(card.getByRole('button', { name: 'See what happened' })).toBeVisible();
    await expect(document.activeElement).toBe(document.body); // it takes no focus
  },
};

export const WithoutAction: StageStory = {
  args: { backend: { proactive: [hint] } },
  async play() {
    const card = await inCard();
    await expect(card.getByText(/first campaign/)).toBeVisible();
    await expect(card.getAllByRole('button')).toHaveLength(1);
  },
};

/** The button opens the integration. */
export const Opened: StageStory = {
  async play() {
    await userEvent.click((await inCard()).getByRole('button', { name: 'See what happened' }));
    const panel = await inPanel();
    await expect(await panel.findByRole('button', { name: 'Back' })).toBeVisible();
    await isGone();
  },
};

/** A press of Escape closes it, wherever the focus is. */
export const Escaped: StageStory = {
  args: { backend: { proactive: [hint] } },
  async play() {
    await inCard();
    await userEvent.keyboard('{Escape}');
    await isGone();
  },
};

/** Closed from the inside, it leaves the focus on the floating button. */
export const Dismissed: StageStory = {
  args: { backend: { proactive: [hint] } },
  async play() {
    const card = await inCard();
    card.getByRole('button', { name: 'Close the message' }).focus();
    await userEvent.keyboard('{Enter}');
    await isGone();
    await expectFocus(inLauncher().getByRole('button', { name: 'Contact Support' }));
    await stillness();
  },
};

/** It waits while the focus is in a field, or the page shows a dialog. */
export const Waiting: StageStory = {
  args: { backend: { proactive: [hint] } },
  async play({ canvasElement }) {
    await inCard();
    const field = document.createElement('input');
    field.ariaLabel = 'Name';
    const dialog = document.createElement('dialog');
    dialog.ariaLabel = 'Invite';
    dialog.append(document.createElement('button'));
    dialog.firstElementChild?.append('Close');
    canvasElement.append(field, dialog);
    field.focus();
    await isGone();
    field.blur();
    await inCard();
    dialog.showModal();
    await isGone();
    dialog.close();
    await inCard();
    field.remove();
    dialog.remove();
  },
};

export const Dark: StageStory = { ...Shown, ...dark };
export const RightToLeft: StageStory = { ...Shown, ...rightToLeft };
export const Phone: StageStory = { ...Shown, ...phone };
export const AtTheStart: StageStory = {
  ...Shown,
  args: { config: { proactive: true, position: 'start' } },
};
export const German: StageStory = {
  ...smallPhone,
  args: { backend: { proactive: [hint] }, config: { ...german, proactive: true } },
  async play() {
    const card = await inCard();
    await expect(card.getByRole('button', { name: 'Nachricht schließen' })).toBeVisible();
  },
};
