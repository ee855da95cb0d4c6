import type { Meta } from '@storybook/preact-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { expectFocus, inPanel } from '../find.ts';
import { articles } from '../samples.ts';
import {
  arabic,
  dark,
  phone,
  rightToLeft,
  type StageArgs,
  type StageStory,
  stage,
} from './stage.tsx';

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Search',
  args: { backend: { articles }, onStart: (support) => support.search() },
};
export default meta;

const typed =
  (text: string): StageStory['play'] =>
  async () => {
    const panel = await inPanel();
    await userEvent.type(await panel.findByRole('combobox', { name: 'Search for answers' }), text);
  };

export const Empty: StageStory = {
  async play() {
    const panel = await inPanel();
    await expectFocus(await panel.findByRole('combobox'));
    await expect(await panel.findByText('Browse by topic')).toBeVisible();
  },
};

/** A visitor who does not know what to type finds each article by its topic. */
export const Topic: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: 'Deliverability' }));
    await userEvent.click(await panel.findByRole('button', { name: /Fix a failing SPF/ }));
    await expect(await panel.findByRole('heading', { name: /Fix a failing SPF/ })).toBeVisible();
  },
};

export const Results: StageStory = {
  async play(context) {
    await typed('spf record')?.(context);
    const panel = await inPanel();
    const found = panel.findByRole('option', { name: /Fix a failing SPF/ });
    await expect(await found).toBeVisible();
    await userEvent.keyboard('{ArrowDown}');
    await expect(panel.getAllByRole('option')[0]).toHaveAttribute('aria-selected', 'true');
  },
};

export const NothingFound: StageStory = {
  async play(context) {
    await typed('qqqq')?.(context);
    const panel = await inPanel();
    await expect(await panel.findByText(/Nothing found|does not work/)).toBeVisible();
  },
};

const spf = articles[0];

/** One article is very likely the answer, so its passage is shown above the results. */
export const Passage: StageStory = {
  args: {
    backend: {
      articles,
      ...(spf && {
        passage: {
          slug: spf.slug,
          title: spf.title,
          url: `${spf.url}#how-long`,
          heading: 'How long it takes',
          anchor: 'how-long',
          blocks: spf.blocks.slice(-2),
          relevance_score: 0.93,
        },
      }),
    },
  },
  async play(context) {
    await typed('how long does a spf record take')?.(context);
    const panel = await inPanel();
    const passage = await panel.findByRole('region', { name: 'Answer' });
    await expect(passage).toHaveTextContent('Most hosts publish the change in ten minutes.');
    await userEvent.click(panel.getByRole('button', { name: /From “Fix a failing SPF/ }));
    await expectFocus(await panel.findByRole('heading', { name: 'How long it takes' }));
  },
};

/** Neither the device nor the server can search. */
export const Failed: StageStory = {
  args: { backend: { fails: 'SERVICE_UNAVAILABLE' } },
  async play(context) {
    await typed('spf record')?.(context);
    const panel = await inPanel();
    await expect(await panel.findByText('Search isn’t working right now')).toBeVisible();
  },
};

/** A right-to-left interface, with results in Latin letters. */
export const Arabic: StageStory = {
  ...arabic,
  async play() {
    const panel = await inPanel();
    await userEvent.type(await panel.findByRole('combobox'), 'spf record');
    await expect(await panel.findByRole('option', { name: /Fix a failing SPF/ })).toBeVisible();
  },
};

/** Returns the text of the suggestions below a field, which have a shadow root of their own. */
function suggestedText(): string {
  const roots = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const options = roots.flatMap((root) => [...root.querySelectorAll('[role=option]')]);
  return options.map(({ textContent }) => textContent).join();
}

/** Suggestions below a text field of the page. Escape hides them until the text changes. */
export const BelowAField: StageStory = {
  args: {
    hasField: true,
    onStart: (support) => {
      for (const field of document.querySelectorAll('textarea')) support.attachSuggestions(field);
    },
  },
  async play() {
    const field = await screen.findByRole('textbox', { name: 'Describe the problem' });
    await userEvent.type(field, 'How do I fix a failing SPF or DKIM record?');
    await waitFor(() => expect(suggestedText()).toContain('Fix a failing SPF or DKIM record'));
  },
};

export const Dark: StageStory = { ...Results, ...dark };
export const RightToLeft: StageStory = { ...Results, ...rightToLeft };
export const Phone: StageStory = { ...Results, ...phone };
