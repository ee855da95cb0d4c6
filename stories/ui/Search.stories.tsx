import type { Meta, StoryObj } from '@storybook/preact-vite';
import { expect, fn, userEvent } from 'storybook/test';
import { Marked } from '../../src/ui/Marked.tsx';
import { ResultList, ResultOption } from '../../src/ui/ResultOption.tsx';
import { SearchButton, SearchField } from '../../src/ui/SearchField.tsx';
import { inHost } from '../find.ts';
import { Stack } from '../Stack.tsx';

const meta: Meta<typeof SearchField> = {
  title: 'ui/Search',
  component: SearchField,
  args: {
    label: 'Search for answers',
    clearLabel: 'Clear the search',
    value: '',
    listId: 'results',
    activeId: undefined,
    hasResults: false,
    onInput: fn(),
    onKeyDown: fn(),
  },
  render: (args) => (
    <Stack>
      <SearchField {...args} />
      <ResultList id="results" label="Results" onFreeze={() => {}}>
        {args.hasResults &&
          ['Fix a failing SPF record', 'Merge two SPF records into one'].map((title, at) => (
            <ResultOption
              key={title}
              id={`result-${at}`}
              title={
                <Marked text={title} ranges={[[title.indexOf('SPF'), title.indexOf('SPF') + 3]]} />
              }
              snippet="A domain has one record. If another service has added one, join both into one."
              foot="Deliverability · 3 min read"
              isActive={args.activeId === `result-${at}`}
              onPress={() => {}}
            />
          ))}
      </ResultList>
    </Stack>
  ),
};
export default meta;
type Story = StoryObj<typeof SearchField>;

export const Empty: Story = { render: (args) => <SearchField {...args} listId="none" /> };
export const Filled: Story = {
  args: { value: 'spf record', hasResults: true },
  async play({ canvasElement, args }) {
    await userEvent.click(inHost(canvasElement).getByRole('button', { name: 'Clear the search' }));
    await expect(args.onInput).toHaveBeenCalledWith('');
  },
};
export const WithActiveResult: Story = {
  args: { value: 'spf record', hasResults: true, activeId: 'result-1' },
};
/** A field of another script than the interface is written in its own direction. */
export const OtherScript: Story = { ...Empty, args: { value: 'سجل SPF' } };
/** It looks like the field, and opens it. */
export const OnTheFirstScreen: Story = {
  render: ({ label }) => <SearchButton label={label} onPress={() => {}} />,
};
