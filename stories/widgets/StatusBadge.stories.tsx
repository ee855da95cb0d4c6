import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { expectFocus, inPanel, inPlaced } from '../find.ts';
import { integrations } from '../integrationSamples.ts';
import { dark, phone, rightToLeft, type StageArgs, type StageStory, stage } from './stage.tsx';

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Status badge',
  args: {
    placed: 'statusBadge',
    placedOptions: { integration: 'hubspot', variant: 'full' },
    backend: { integrations },
    config: { launcher: false },
  },
};
export default meta;

export const Full: StageStory = {
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    const badge = await find.findByRole('button', { name: /^HubSpot Reconnect needed/ });
    await expect(badge).toHaveTextContent('Stopped at');
  },
};

export const Compact: StageStory = {
  args: { placedOptions: { integration: 'stripe' } },
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    await expect(await find.findByRole('button', { name: 'Stripe: Down' })).toBeVisible();
  },
};

export const Dot: StageStory = {
  args: { placedOptions: { integration: 'google', variant: 'dot' } },
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    await expect(await find.findByRole('button', { name: 'Google: Working' })).toBeVisible();
  },
};

export const NotThere: StageStory = {
  args: { placedOptions: { integration: 'nobody' } },
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    await expect(await find.findByRole('img', { name: 'nobody: Unknown' })).toBeVisible();
  },
};

export const Open: StageStory = {
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    const badge = await find.findByRole('button', { expanded: false });
    await userEvent.click(badge);
    const popover = await find.findByRole('dialog', { name: 'HubSpot' });
    await expectFocus(popover);
    // In right-to-left text, the name is isolated.
    await expect(popover).toHaveTextContent(
      /HubSpot\W+didn’t accept our sign-in\. Reconnect to continue\./,
    );
    await expect(find.getByRole('button', { name: 'Reconnect' })).toBeVisible();
  },
};

export const ClosedByEscape: StageStory = {
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    const badge = await find.findByRole('button', { expanded: false });
    await userEvent.click(badge);
    await find.findByRole('dialog');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(find.queryByRole('dialog')).toBeNull());
    await expectFocus(badge);
  },
};

export const Summary: StageStory = {
  args: { placed: 'statusSummary', placedOptions: {} },
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    await userEvent.click(await find.findByRole('button', { name: '4 of 7 working' }));
    await expect(await (await inPanel()).findByRole('heading', { name: 'Status' })).toBeVisible();
  },
};

/** The page reports the states, so no request is sent. */
export const WithoutBackend: StageStory = {
  args: {
    backend: null,
    placedOptions: { integration: 'stripe', variant: 'full' },
    onStart: (support) =>
      support.setIntegrations([
        { id: 'stripe', name: 'Stripe', health: { state: 'unhealthy' }, reason: 'Since 14:02.' },
      ]),
  },
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    await expect(await find.findByRole('button', { name: /^Stripe Down/ })).toBeVisible();
  },
};

export const OpenDark: StageStory = { ...Open, ...dark };
export const OpenRightToLeft: StageStory = { ...Open, ...rightToLeft };
export const OpenPhone: StageStory = { ...Open, ...phone };
