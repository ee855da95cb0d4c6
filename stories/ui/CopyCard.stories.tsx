import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect, spyOn, userEvent } from 'storybook/test';
import { CopyCard } from '../../src/ui/CopyCard.tsx';
import { inHost } from '../find.ts';

const meta: Meta<typeof CopyCard> = {
  title: 'ui/CopyCard',
  component: CopyCard,
  args: { label: 'Request number', value: 'PM-1042', copyLabel: 'Copy', copiedText: 'Copied' },
};
export default meta;
type Story = StoryObj<typeof CopyCard>;

export const Ready: Story = {};

export const Copied: Story = {
  async play({ canvasElement }) {
    const write = spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const card = inHost(canvasElement);
    await userEvent.click(card.getByRole('button', { name: 'Copy' }));
    await expect(await card.findByText('Copied')).toBeVisible();
    await expect(write).toHaveBeenCalledWith('PM-1042');
  },
};

/** A page without clipboard permission: the number can still be selected. */
export const Denied: Story = {
  async play({ canvasElement }) {
    spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Denied'));
    const card = inHost(canvasElement);
    await userEvent.click(card.getByRole('button', { name: 'Copy' }));
    await expect(card.getByRole('status')).toBeEmptyDOMElement();
  },
};

export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { direction: 'rtl' } };
export const LongAddress: Story = {
  args: {
    label: 'Unsere Anschrift für elektronische Post',
    value: 'unterstuetzungsanfragen@kundenbetreuung.donaudampfschifffahrt.example',
  },
  globals: { viewport: { value: 'small' } },
};
