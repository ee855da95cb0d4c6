import { useSignal } from '@preact/signals';
import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { TextField } from '../../src/ui/TextField.tsx';
import { inHost } from '../find.ts';
import { Stack } from '../Stack.tsx';

const meta: Meta<typeof TextField> = {
  title: 'ui/TextField',
  component: TextField,
  args: { id: 'subject', label: 'Subject', value: '', onInput: fn() },
};
export default meta;
type Story = StoryObj<typeof TextField>;

export const Empty: Story = {};
export const Filled: Story = { args: { value: 'Import stops at row 400' } };
export const Optional: Story = { args: { label: 'Name', mark: 'Optional' } };
export const WithHint: Story = {
  args: {
    label: 'E-mail',
    hint: 'We’ll reply here.',
    inputMode: 'email',
    required: true,
  },
};
export const WithProblem: Story = {
  args: { required: true, problem: 'Please fill this in.' },
  async play({ canvasElement }) {
    const field = inHost(canvasElement).getByRole('textbox', { name: 'Subject' });
    await expect(field).toBeInvalid();
    await expect(field).toHaveAccessibleDescription('Please fill this in.');
  },
};
export const HintAndProblem: Story = {
  args: {
    label: 'E-mail',
    value: 'ada@',
    hint: 'We’ll reply here.',
    problem: 'Please enter an address like name@example.com.',
  },
};
export const Multiline: Story = {
  args: {
    label: 'Description',
    hint: 'What did you do, what did you expect, what happened?',
    multiline: true,
  },
};
/** Text with another direction than the page keeps its direction. */
export const OtherDirection: Story = { args: { value: 'الاستيراد يتوقف عند الصف ٤٠٠' } };

export const Typing: Story = {
  render: function Render({ onInput, ...args }) {
    const value = useSignal('');
    return (
      <TextField
        {...args}
        value={value.value}
        onInput={(next) => {
          value.value = next;
          onInput(next);
        }}
      />
    );
  },
  async play({ canvasElement, args }) {
    const field = inHost(canvasElement).getByRole('textbox', { name: 'Subject' });
    await userEvent.type(field, 'Hi');
    await expect(field).toHaveValue('Hi');
    await expect(args.onInput).toHaveBeenLastCalledWith('Hi');
  },
};

export const All: Story = {
  render: ({ onInput }) => (
    <Stack>
      <TextField id="a" label="Subject" value="Import stops" onInput={onInput} />
      <TextField id="b" label="Name" mark="Optional" value="" onInput={onInput} />
      <TextField id="c" label="E-mail" hint="We answer to it." value="" onInput={onInput} />
      <TextField id="d" label="Subject" problem="Please fill this in." value="" onInput={onInput} />
      <TextField id="e" label="Description" multiline value="Two\nlines" onInput={onInput} />
    </Stack>
  ),
};
export const Dark: Story = { ...All, globals: { theme: 'dark' } };
export const RightToLeft: Story = { ...All, globals: { direction: 'rtl' } };
export const Phone: Story = { ...All, globals: { viewport: { value: 'phone' } } };
export const German: Story = {
  args: {
    label: 'Zusammenfassung der Unterstützungsanfrage',
    mark: 'Freiwillige Angabe',
    hint: 'Was haben Sie getan, was haben Sie erwartet, und was ist stattdessen geschehen?',
    problem: 'Bitte kürzen Sie diesen Text auf höchstens zweihundert Zeichen.',
  },
  globals: { viewport: { value: 'small' } },
};
