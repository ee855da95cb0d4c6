import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import type { WrittenEvent } from '../../src/contract/writtenEvent.ts';
import { expectFocus, inPanel } from '../find.ts';
import { articles } from '../samples.ts';
import { dark, phone, rightToLeft, type StageArgs, type StageStory, stage } from './stage.tsx';

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/WrittenAnswer',
  args: { backend: { articles, written: [] }, onStart: (support) => support.search() },
};
export default meta;

const [spf] = articles;
const source = { slug: spf?.slug ?? '', title: spf?.title ?? '', url: spf?.url ?? '' };
const begun: WrittenEvent[] = [
  {
    type: 'sources',
    locale: 'en',
    sources: [
      { ...source, heading: '', anchor: '' },
      { ...source, heading: 'How long it takes', anchor: 'how-long' },
    ],
  },
  { type: 'sentence', text: 'Add one SPF record to the DNS of your domain.', sources: [0] },
];
const written: WrittenEvent[] = [
  ...begun,
  { type: 'sentence', text: 'Most hosts publish the change in ten minutes.', sources: [1] },
  { type: 'end', outcome: 'answered' },
];

/** Searches, and requests an answer. The focus is then on its heading. */
async function ask() {
  const panel = await inPanel();
  const field = await panel.findByRole('combobox', { name: 'Search for answers' });
  await userEvent.type(field, 'spf record how long');
  await userEvent.click(await panel.findByRole('button', { name: 'Get an AI answer' }));
  await expectFocus(await panel.findByRole('heading', { name: 'Answer from AI' }));
}

export const Offered: StageStory = {
  args: { backend: { articles, written } },
  async play() {
    const panel = await inPanel();
    await userEvent.type(await panel.findByRole('combobox'), 'spf record');
    await expect(await panel.findByRole('button', { name: 'Get an AI answer' })).toBeVisible();
  },
};

export const Answered: StageStory = {
  args: { backend: { articles, written } },
  async play() {
    await ask();
    const panel = await inPanel();
    await userEvent.click(
      await panel.findByRole('button', { name: 'Source 2: How long it takes' }),
    );
    await expectFocus(await panel.findByRole('heading', { name: 'How long it takes' }));
  },
};

export const Writing: StageStory = {
  args: { backend: { articles, written: begun } },
  async play() {
    await ask();
    const panel = await inPanel();
    await expect(await panel.findByText('Writing…')).toBeVisible();
    await userEvent.click(panel.getByRole('button', { name: 'Stop' }));
    await expect(await panel.findByText('Stopped.')).toBeVisible();
    await expectFocus(panel.getByRole('button', { name: 'Talk to a person' }));
    await expect(panel.queryByRole('button', { name: 'Stop' })).toBeNull();
  },
};

export const Unknown: StageStory = {
  args: {
    backend: {
      articles,
      written: [
        { type: 'sources', locale: 'en', sources: [] },
        { type: 'end', outcome: 'unknown' },
      ],
    },
  },
  async play() {
    await ask();
    const panel = await inPanel();
    await expect(await panel.findByText(/Our articles don’t answer this/)).toBeVisible();
  },
};

/** The questions and answers become the text of the request. */
export const ToThePerson: StageStory = {
  args: { backend: { articles, written } },
  async play() {
    await ask();
    const panel = await inPanel();
    await panel.findByRole('button', { name: /^Source 2/ });
    const field = panel.getByRole('textbox', { name: 'Ask a follow-up question' });
    await userEvent.type(field, 'Why?{Enter}');
    await panel.findByText('Why?');
    await userEvent.click(panel.getByRole('button', { name: 'Talk to a person' }));
    const description = await panel.findByRole('textbox', { name: /Description|What/ });
    await expect(description).toHaveDisplayValue('spf record how long\n\nWhy?');
    await userEvent.click(await panel.findByText('Details we’ll include'));
    await expect(await panel.findByText('Questions to AI')).toBeVisible();
  },
};

export const Dark: StageStory = { ...Answered, ...dark, play: async () => void (await ask()) };
export const RightToLeft: StageStory = {
  ...Answered,
  ...rightToLeft,
  play: async () => {
    const panel = await inPanel();
    await expect(await panel.findByRole('combobox')).toBeVisible();
  },
};
export const Phone: StageStory = { ...Answered, ...phone, play: async () => void (await ask()) };
