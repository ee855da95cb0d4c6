import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { expectFocus, inPanel, inPlaced } from '../find.ts';
import { german } from '../german.ts';
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
  title: 'widgets/Help center',
  args: { placed: 'helpCenter', config: { launcher: false } },
};
export default meta;

export const Closed: StageStory = {
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    await expect(await find.findByRole('button', { name: 'Help', expanded: false })).toBeVisible();
  },
};

export const Open: StageStory = {
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    await userEvent.click(await find.findByRole('button', { expanded: false }));
    const menu = await find.findByRole('menu');
    await waitFor(() => expect(menu).toBeVisible());
    await expect(await find.findAllByRole('menuitem')).toHaveLength(6);
  },
};

export const ByKeyboard: StageStory = {
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    const trigger = await find.findByRole('button', { name: 'Help', expanded: false });
    trigger.focus();
    await userEvent.keyboard('{ArrowDown}');
    await expectFocus(await find.findByRole('menuitem', { name: /Knowledge Base/ }));
    await userEvent.keyboard('v');
    await expectFocus(find.getByRole('menuitem', { name: /Video Tutorials/ }));
    await userEvent.keyboard('{End}');
    await expectFocus(find.getByRole('menuitem', { name: 'Contact support' }));
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(find.queryByRole('menu')).toBeNull());
    await expectFocus(trigger);
  },
};

export const ToTheForm: StageStory = {
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    await userEvent.click(await find.findByRole('button', { name: 'Help', expanded: false }));
    await userEvent.click(await find.findByRole('menuitem', { name: 'Contact support' }));
    const panel = await inPanel();
    await expect(await panel.findByRole('heading', { name: 'Contact support' })).toBeVisible();
  },
};

export const WithoutContact: StageStory = {
  args: { placedOptions: { hideContact: true } },
  async play({ canvasElement }) {
    const find = await inPlaced(canvasElement);
    await userEvent.click(await find.findByRole('button', { name: 'Help', expanded: false }));
    await expect(await find.findAllByRole('menuitem')).toHaveLength(5);
  },
};

export const BackendDown: StageStory = {
  ...Open,
  args: { backend: { fails: 'SERVICE_UNAVAILABLE' } },
};
export const Dark: StageStory = { ...Open, ...dark };
export const RightToLeft: StageStory = { ...Open, ...rightToLeft };
export const Phone: StageStory = { ...Open, ...phone };
export const German: StageStory = { ...Open, ...smallPhone, args: { config: german } };
