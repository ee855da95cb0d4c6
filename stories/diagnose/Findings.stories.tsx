import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect } from 'storybook/test';
import { Findings } from '../../src/diagnose/Findings.tsx';
import { sentences } from '../../src/diagnose/findings.ts';
import { inHost } from '../find.ts';

const meta: Meta<typeof Findings> = {
  title: 'diagnose/Findings',
  component: Findings,
  args: {
    diagnosis: {
      name: 'checked',
      findings: [
        { code: 'csp_blocked', message: sentences.csp_blocked('https://api.acme.example') },
        { code: 'consent_missing', message: sentences.consent_missing('unknown') },
      ],
    },
  },
};
export default meta;
type Story = StoryObj<typeof Findings>;

export const Found: Story = {
  async play({ canvasElement }) {
    await expect(inHost(canvasElement).getByText('csp_blocked')).toBeVisible();
  },
};
export const Nothing: Story = { args: { diagnosis: { name: 'checked', findings: [] } } };
export const Checking: Story = { args: { diagnosis: { name: 'checking' } } };
export const Failed: Story = {
  args: { diagnosis: { name: 'failed', reason: 'TypeError: fetch is not a function' } },
};
