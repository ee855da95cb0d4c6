import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { SelectField } from '../../src/ui/SelectField.tsx';
import { inHost } from '../find.ts';
import { Stack } from '../Stack.tsx';

const options = [
  { value: 'technical', label: 'Technical problem' },
  { value: 'billing', label: 'Billing' },
  { value: 'other', label: 'Something else' },
];

const meta: Meta<typeof SelectField> = {
  title: 'ui/SelectField',
  component: SelectField,
  args: {
    id: 'category',
    label: 'Category',
    placeholder: 'Choose a category',
    value: '',
    options,
    onChange: fn(),
  },
};
export default meta;
type Story = StoryObj<typeof SelectField>;

export const NothingChosen: Story = {
  async play({ canvasElement, args }) {
    const field = inHost(canvasElement).getByRole('combobox', { name: 'Category' });
    await userEvent.selectOptions(field, 'Billing');
    await expect(args.onChange).toHaveBeenCalledWith('billing');
  },
};
export const Chosen: Story = { args: { value: 'billing' } };
export const WithProblem: Story = { args: { required: true, problem: 'Please fill this in.' } };

export const All: Story = {
  render: ({ onChange }) => (
    <Stack>
      <SelectField id="a" label="Priority" value="billing" options={options} onChange={onChange} />
      <SelectField
        id="b"
        label="Category"
        hint="So that the right people read it."
        placeholder="Choose a category"
        problem="Please fill this in."
        value=""
        options={options}
        onChange={onChange}
      />
    </Stack>
  ),
};
export const Dark: Story = { ...All, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...All, globals: { direction: 'rtl' } };
export const Phone: Story = { ...All, globals: { viewport: { value: 'phone' } } };
export const German: Story = {
  args: {
    label: 'Dringlichkeitseinstufung',
    value: 'long',
    options: [
      { value: 'long', label: 'Datenschutzgrundverordnungskonforme Adressenlöschung beantragen' },
    ],
  },
  globals: { viewport: { value: 'small' } },
};
