import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { inPanel } from '../find.ts';
import { german } from '../german.ts';
import { ofColleague, tickets } from '../samples.ts';
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
  title: 'widgets/Requests',
  args: { knownVisitor: true, onStart: (support) => support.open('requests') },
};
export default meta;

export const Empty: StageStory = {
  async play() {
    await expect(await (await inPanel()).findByText('No requests yet')).toBeVisible();
  },
};

export const Loading: StageStory = {
  args: { backend: { silent: true } },
  async play() {
    await expect(await (await inPanel()).findByRole('status')).toHaveAccessibleName(
      'Your requests',
    );
  },
};

export const Full: StageStory = {
  args: { backend: { tickets } },
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByText('Waiting for you')).toBeVisible();
    await expect(panel.getAllByRole('listitem')).toHaveLength(tickets.length);
  },
};

/** A request of a colleague names its author. */
export const Shared: StageStory = {
  args: { backend: { tickets: [ofColleague, ...tickets] } },
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByText('PM-1021 · Grace Hopper')).toBeVisible();
    await expect(panel.getByText(/Grace Hopper\u2069?: .*How long does it take/)).toBeVisible();
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

export const OneRequest: StageStory = {
  ...Full,
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: /Import stops at row 400/ }));
    await expect(
      await panel.findByRole('heading', { name: 'Import stops at row 400' }),
    ).toBeVisible();
    await expect(panel.getByText('PM-1042')).toBeVisible();
  },
};

export const EmptyDark: StageStory = { ...Empty, ...dark };
export const FailedDark: StageStory = { ...Failed, ...dark };
export const Dark: StageStory = { ...Full, ...dark };
export const SharedDark: StageStory = { ...Shared, ...dark };
export const SharedRightToLeft: StageStory = { ...Shared, ...rightToLeft };
export const OneRequestDark: StageStory = { ...OneRequest, ...dark };
export const RightToLeft: StageStory = { ...Full, ...rightToLeft };
export const Phone: StageStory = { ...Full, ...phone };
export const German: StageStory = {
  ...smallPhone,
  args: { ...Full.args, config: german },
  async play() {
    await expect(await (await inPanel()).findByText('Wartet auf Ihre Rückmeldung')).toBeVisible();
  },
};
