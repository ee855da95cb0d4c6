import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { CustomField } from '../../src/contract/config.ts';
import { expectFocus, inPanel } from '../find.ts';
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
  title: 'widgets/Contact form',
  args: { onStart: (support) => support.open('ticket') },
};
export default meta;

const fields: CustomField[] = [
  { id: 'campaign', label: 'Campaign', type: 'text', required: true },
  { id: 'steps', label: 'Steps to see it', type: 'textarea', required: false },
  {
    id: 'area',
    label: 'Area',
    type: 'select',
    required: false,
    options: [{ value: 'editor', label: 'Editor' }],
  },
  { id: 'consent', label: 'You may look into our account', type: 'checkbox', required: true },
];

export const Empty: StageStory = {
  async play() {
    const panel = await inPanel();
    await expectFocus(panel.getByRole('combobox', { name: 'Category' }));
  },
};

export const Anonymous: StageStory = {
  args: { config: { user: null } },
  async play() {
    const panel = await inPanel();
    await expect(panel.getByRole('textbox', { name: 'E-mail' })).toBeVisible();
    await expect(panel.getByRole('textbox', { name: /^Name/ })).toBeVisible();
  },
};

export const Filled: StageStory = {
  args: {
    onStart: (support) =>
      support.newTicket({
        category: 'technical',
        subject: 'Import stops at row 400',
        description: 'Since this morning every import ends there without a message.',
        priority: 'high',
      }),
  },
  async play() {
    const panel = await inPanel();
    await expect(panel.getByRole('textbox', { name: 'Subject' })).toHaveValue(
      'Import stops at row 400',
    );
    await expect(panel.getByRole('combobox', { name: 'Priority' })).toHaveValue('high');
  },
};

/**
 * Problems are shown beside their fields, a sentence above counts them, and the first invalid field
 * has the focus.
 */
export const WithProblems: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Send request' }));
    await expect(await panel.findByRole('alert')).toHaveTextContent('Please check 3 fields.');
    const category = panel.getByRole('combobox', { name: 'Category' });
    await expect(category).toHaveAccessibleDescription('Please fill this in.');
    await expectFocus(category);
  },
};

export const ProblemFixed: StageStory = {
  async play(context) {
    await WithProblems.play?.(context);
    const panel = await inPanel();
    const subject = panel.getByRole('textbox', { name: 'Subject' });
    await userEvent.type(subject, 'Import');
    await expect(subject).toBeValid();
    await expect(panel.getByRole('alert')).toHaveTextContent('Please check 2 fields.');
  },
};

export const RejectedByBackend: StageStory = {
  args: {
    ...Filled.args,
    backend: { rejects: { subject: 'Please name the campaign in the subject.' } },
  },
  async play() {
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Send request' }));
    const subject = panel.getByRole('textbox', { name: 'Subject' });
    await waitFor(() =>
      expect(subject).toHaveAccessibleDescription('Please name the campaign in the subject.'),
    );
    await expectFocus(subject);
  },
};

export const KeyRejected: StageStory = {
  args: { ...Filled.args, backend: { fails: 'INVALID_KEY' } },
  async play() {
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Send request' }));
    await expect(await panel.findByRole('alert')).toHaveTextContent('Your text is still here.');
    await expect(panel.getByRole('button', { name: 'Send by e-mail instead' })).toBeVisible();
    await expect(panel.getByRole('textbox', { name: 'Subject' })).toHaveValue(
      'Import stops at row 400',
    );
  },
};

export const Sending: StageStory = {
  args: { ...Filled.args, backend: { silent: true } },
  async play() {
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Send request' }));
    await expect(await panel.findByRole('button', { name: 'Sending…' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
  },
};

export const CustomFields: StageStory = {
  args: { backend: { config: { fields } } },
  async play() {
    const panel = await inPanel();
    await panel.findByRole('textbox', { name: 'Campaign' });
    await userEvent.click(panel.getByRole('button', { name: 'Send request' }));
    await waitFor(() => expect(panel.getByRole('textbox', { name: 'Campaign' })).toBeInvalid());
    await expect(panel.getByRole('checkbox')).toBeInvalid();
    await expect(panel.getByRole('textbox', { name: /Steps to see it/ })).toBeValid();
  },
};

/** Each value of the context is shown and can be excluded. */
export const WhatWillBeSent: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Details we’ll include' }));
    const browser = await panel.findByRole('switch', { name: /^Browser/ });
    await expect(browser).toBeChecked();
    await userEvent.click(browser);
    await expect(browser).not.toBeChecked();
    await expect(panel.getByText('ada@acme.example')).toBeVisible();
    await expect(panel.getByRole('switch', { name: /^Name/ })).toBeChecked();
  },
};

export const NoBackend: StageStory = {
  args: { backend: null },
  async play() {
    await expect((await inPanel()).getByRole('button', { name: 'Write e-mail' })).toBeVisible();
  },
};

export const Dark: StageStory = { ...WithProblems, ...dark };
export const WhatWillBeSentDark: StageStory = { ...WhatWillBeSent, ...dark };
export const RightToLeft: StageStory = { ...WithProblems, ...rightToLeft };
export const Phone: StageStory = { ...WithProblems, ...phone };
export const German: StageStory = {
  ...smallPhone,
  args: { config: german },
  async play() {
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Unterstützungsanfrage absenden' }));
    await expect(await panel.findByRole('alert')).toHaveTextContent('3 Feldern');
  },
};
