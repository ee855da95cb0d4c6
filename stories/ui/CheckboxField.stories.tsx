import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { CheckboxField } from '../../src/ui/CheckboxField.tsx';
import { inHost } from '../find.ts';
import { Stack } from '../Stack.tsx';

const meta: Meta<typeof CheckboxField> = {
  title: 'ui/CheckboxField',
  component: CheckboxField,
  args: { id: 'copy', label: 'Send me a copy', checked: false, onChange: fn() },
};
export default meta;
type Story = StoryObj<typeof CheckboxField>;

export const Off: Story = {
  async play({ canvasElement, args }) {
    await userEvent.click(inHost(canvasElement).getByRole('checkbox', { name: 'Send me a copy' }));
    await expect(args.onChange).toHaveBeenCalledWith(true);
  },
};
export const On: Story = { args: { checked: true } };
export const WithProblem: Story = {
  args: { label: 'I have read the terms', problem: 'Please fill this in.' },
  async play({ canvasElement }) {
    const box = inHost(canvasElement).getByRole('checkbox', { name: 'I have read the terms' });
    await expect(box).toBeInvalid();
    await expect(box).toHaveAccessibleDescription('Please fill this in.');
  },
};

export const All: Story = {
  render: ({ onChange }) => (
    <Stack>
      <CheckboxField id="a" label="Send me a copy" checked={false} onChange={onChange} />
      <CheckboxField id="b" label="Send me a copy" checked onChange={onChange} />
      <CheckboxField
        id="c"
        label="I have read the terms"
        problem="Please fill this in."
        checked={false}
        onChange={onChange}
      />
    </Stack>
  ),
};
export const Dark: Story = { ...All, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...All, globals: { direction: 'rtl' } };
export const German: Story = {
  args: {
    label:
      'Ich habe die Datenschutzbestimmungen einschließlich der Auftragsverarbeitungsvereinbarung gelesen.',
  },
  globals: { viewport: { value: 'small' } },
};
