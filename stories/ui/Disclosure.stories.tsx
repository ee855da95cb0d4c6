import type { Meta, StoryObj } from '@storybook/preact-vite';
import { ShieldCheck } from 'lucide';
import { expect, userEvent } from 'storybook/test';
import { Disclosure } from '../../src/ui/Disclosure.tsx';
import { Row } from '../../src/ui/List.tsx';
import { inHost } from '../find.ts';

const meta: Meta<typeof Disclosure> = {
  title: 'ui/Disclosure',
  component: Disclosure,
  args: {
    id: 'context',
    icon: ShieldCheck,
    label: 'Details we’ll include',
  },
  render: (args) => (
    <Disclosure {...args}>
      <Row title="Name and e-mail" detail="Ada Lovelace, ada@acme.example" />
    </Disclosure>
  ),
};
export default meta;
type Story = StoryObj<typeof Disclosure>;

export const Closed: Story = {
  async play({ canvasElement }) {
    await expect(inHost(canvasElement).queryByText('Name and e-mail')).toBeNull();
  },
};

export const Open: Story = {
  async play({ canvasElement }) {
    const card = inHost(canvasElement);
    const head = card.getByRole('button', { name: 'Details we’ll include', expanded: false });
    head.focus();
    await userEvent.keyboard('{Enter}');
    await expect(head).toHaveAttribute('aria-expanded', 'true');
    await expect(card.getByText('Name and e-mail')).toBeVisible();
  },
};
export const Dark: Story = { ...Open, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...Open, globals: { direction: 'rtl' } };
export const German: Story = {
  args: { label: 'Welche Angaben zusammen mit Ihrer Anfrage übermittelt werden' },
  globals: { viewport: { value: 'small' } },
};
