import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent, waitFor } from 'storybook/test';
import { expectFocus, inPanel } from '../find.ts';
import { longArticle } from '../longArticle.ts';
import { articles } from '../samples.ts';
import { dark, phone, rightToLeft, type StageArgs, type StageStory, stage } from './stage.tsx';

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Article',
  args: { backend: { articles }, onStart: (support) => support.openArticle('spf') },
};
export default meta;

export const Whole: StageStory = {
  async play() {
    const panel = await inPanel();
    await expect(
      await panel.findByRole('heading', { name: 'Fix a failing SPF or DKIM record' }),
    ).toBeVisible();
    await expect(panel.getByRole('note')).toHaveTextContent('Keep one SPF record.');
    await userEvent.click(panel.getByRole('button', { name: 'Yes' }));
    await expect(await panel.findByText('Thank you.')).toBeVisible();
  },
};

export const Gone: StageStory = {
  args: { onStart: (support) => support.openArticle('gone') },
  async play() {
    await expect(await (await inPanel()).findByText('We couldn’t load this article')).toBeVisible();
  },
};

/** A wide table scrolls by itself and shows where, and nested lists, code and long words stay in the panel. */
export const Long: StageStory = {
  args: {
    backend: { articles: [longArticle] },
    onStart: (support) => support.openArticle(longArticle.slug),
  },
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByRole('columnheader', { name: 'Lookups' })).toBeInTheDocument();
    await userEvent.click(await panel.findByRole('button', { name: 'In this article' }));
    const contents = panel.getByRole('button', { name: 'If the check stays red' });
    await userEvent.click(contents);
    await expectFocus(panel.getByRole('heading', { name: 'If the check stays red' }));
    await expect(panel.getByRole('link', { name: 'Open in a new tab' })).toHaveAttribute(
      'href',
      longArticle.url,
    );
    for (const name of ['Table', 'Code']) {
      const [scroller] = panel.getAllByRole('group', { name });
      // The shade moves with the content, so that it shows only where there is more.
      await waitFor(() =>
        expect(getComputedStyle(scroller ?? document.body).backgroundAttachment).toContain('local'),
      );
    }
    const body = panel.getByRole('table').closest('article');
    await expect(body?.scrollWidth).toBe(body?.clientWidth);
  },
};

/** Without the server, the text that is stored on the device is shown. */
export const Offline: StageStory = {
  args: {
    backend: { articles, articlesFail: true },
    onStart: (support) => support.search('spf record'),
  },
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('option', { name: /Fix a failing SPF/ }));
    await expect(
      await panel.findByText('Only the text of this article is saved on this device.'),
    ).toBeVisible();
  },
};

export const LongPhone: StageStory = { ...Long, ...phone };
export const LongDark: StageStory = { ...Long, ...dark };
export const LongRightToLeft: StageStory = { ...Long, ...rightToLeft };
export const Dark: StageStory = { ...Whole, ...dark };
export const RightToLeft: StageStory = { ...Whole, ...rightToLeft };
export const Phone: StageStory = { ...Whole, ...phone };
