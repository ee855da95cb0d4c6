import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { inPanel, inPlaced } from '../find.ts';
import { german } from '../german.ts';
import { news } from '../samples.ts';
import {
  dark,
  phone,
  rightToLeft,
  type StageArgs,
  type StageStory,
  smallPhone,
  stage,
} from './stage.tsx';

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/What’s new',
  args: { backend: { news }, onStart: (support) => support.open('news') },
};
export default meta;

export const Full: StageStory = {
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByText('HubSpot syncs every minute')).toBeVisible();
    await expect(panel.getAllByRole('listitem')).toHaveLength(news.length);
    await expect(panel.getAllByRole('img', { name: 'Unread' })).toHaveLength(2);
    await expect(panel.getByText('Improvement')).toBeVisible();
  },
};

export const Empty: StageStory = {
  args: { backend: {} },
  async play() {
    await expect(await (await inPanel()).findByText('Nothing new yet')).toBeVisible();
  },
};

export const Loading: StageStory = {
  args: { backend: { silent: true } },
  async play() {
    await expect(await (await inPanel()).findByRole('status')).toHaveAccessibleName('What’s new');
  },
};

export const Failed: StageStory = {
  args: { backend: { fails: 'INTERNAL_ERROR' } },
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByRole('alert')).toHaveTextContent('couldn’t load');
    await expect(panel.getByRole('button', { name: 'Try again' })).toBeVisible();
  },
};

/** The first screen leads to the list, and the mark is gone after it was opened. */
export const FromHome: StageStory = {
  args: { onStart: (support) => support.open('home') },
  async play() {
    const panel = await inPanel();
    await userEvent.click(
      await panel.findByRole('button', { name: /What’s new.*There are updates/ }),
    );
    await expect(await panel.findByText('HubSpot syncs every minute')).toBeVisible();
    await userEvent.click(panel.getByRole('button', { name: 'Back' }));
    await expect(await panel.findByRole('button', { name: 'What’s new' })).toBeVisible();
  },
};

/** The help-center menu leads to the list. */
export const FromMenu: StageStory = {
  args: { placed: 'helpCenter', config: { launcher: false }, onStart: () => {} },
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    await userEvent.click(await find.findByRole('button', { name: 'Help', expanded: false }));
    const item = await find.findByRole('menuitem', { name: /What’s new.*There are updates/ });
    await waitFor(() => expect(item).toBeVisible());
  },
};

export const Dark: StageStory = { ...Full, ...dark };
export const EmptyDark: StageStory = { ...Empty, ...dark };
export const FromMenuDark: StageStory = { ...FromMenu, ...dark };
export const RightToLeft: StageStory = { ...Full, ...rightToLeft };
export const FromMenuRightToLeft: StageStory = { ...FromMenu, ...rightToLeft };
export const Phone: StageStory = { ...Full, ...phone };
export const German: StageStory = {
  ...smallPhone,
  args: { config: german },
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByText('Verbesserung')).toBeVisible();
  },
};
