import { useSignal } from '@preact/signals';
import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { Switch } from '../../src/ui/Switch.tsx';
import { inHost } from '../find.ts';
import { Stack } from '../Stack.tsx';

const meta: Meta<typeof Switch> = {
  title: 'ui/Switch',
  component: Switch,
  args: { label: 'Browser', value: 'Firefox 140 on Linux', on: true, onChange: fn() },
};
export default meta;
type Story = StoryObj<typeof Switch>;

export const On: Story = {};
export const Off: Story = { args: { on: false } };

export const Turning: Story = {
  render: function Render({ on, onChange, ...args }) {
    const current = useSignal(on);
    return (
      <Switch
        {...args}
        on={current.value}
        onChange={(next) => {
          current.value = next;
          onChange(next);
        }}
      />
    );
  },
  async play({ canvasElement, args }) {
    const control = inHost(canvasElement).getByRole('switch', { name: /Browser/ });
    await expect(control).toBeChecked();
    await userEvent.click(control);
    await expect(control).not.toBeChecked();
    control.focus();
    await userEvent.keyboard(' ');
    await expect(control).toBeChecked();
    await expect(args.onChange).toHaveBeenLastCalledWith(true);
  },
};

export const All: Story = {
  render: ({ onChange }) => (
    <Stack>
      <Switch label="Browser" value="Firefox 140 on Linux" on onChange={onChange} />
      <Switch label="Language" value="en-GB" on={false} onChange={onChange} />
    </Stack>
  ),
};
export const Dark: Story = { ...All, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...All, globals: { direction: 'rtl' } };
export const LongValue: Story = {
  args: {
    label: 'Adresse dieser Seite',
    value: 'https://verwaltung.donaudampfschifffahrtsgesellschaft.example/kampagnen/fruehjahr/2026',
  },
  globals: { viewport: { value: 'small' } },
};
