import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect } from 'storybook/test';
import { Bars, Sparkline } from '../../src/ui/Sparkline.tsx';
import { inHost } from '../find.ts';
import { Stack } from '../Stack.tsx';

const meta: Meta<typeof Sparkline> = {
  title: 'ui/Chart',
  component: Sparkline,
  args: { limit: 2_000, label: 'Response time, 0.3 to 0.5 seconds' },
};
export default meta;
type Story = StoryObj<typeof Sparkline>;

const calm = Array.from({ length: 24 }, (_, hour) => 300 + 150 * Math.abs(Math.sin(hour / 4)));

export const BelowTheLimit: Story = { args: { values: calm } };
/** The part above the limit has another color, and the text beside the chart says so. */
export const AboveTheLimit: Story = {
  args: { values: calm.map((value, hour) => (hour > 16 ? value + 120 * hour : value)) },
};
/** Hours without a measurement are gaps. */
export const Gaps: Story = {
  args: { values: calm.map((value, hour) => (hour % 7 < 2 ? null : value)) },
};
export const OneValue: Story = { args: { values: [300] } };

export const UptimeBars: StoryObj = {
  render: () => (
    <Stack>
      <Bars
        label="Hours with errors: 2"
        tones={calm.map((_, hour) => (hour === 3 ? 'red' : hour === 9 ? 'amber' : 'green'))}
      />
      <Bars
        label="Not checked in the first 6 hours"
        tones={calm.map((_, hour) => (hour < 6 ? 'none' : 'green'))}
      />
    </Stack>
  ),
  async play({ canvasElement }) {
    await expect(inHost(canvasElement).getAllByRole('img')).toHaveLength(2);
  },
};
