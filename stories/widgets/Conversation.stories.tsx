import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { expectFocus, inPanel } from '../find.ts';
import { articles, message, messages, ofColleague, tickets } from '../samples.ts';
import { dark, phone, rightToLeft, type StageArgs, type StageStory, stage } from './stage.tsx';

const meta: Meta<StageArgs> = {
  ...stage,
  title: 'widgets/Conversation',
  args: {
    knownVisitor: true,
    backend: { tickets, messages },
    onStart: (support) => support.open('requests'),
  },
};
export default meta;

/** Shows messages with author and time, changes of status, and the reply field. */
export const WaitingForYou: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: /Invoice of March/ }));
    await expect(await panel.findByText(/I found the invoice/)).toBeVisible();
    await expect(panel.getByText(/Marta Klein\u2069? is handling your request/)).toBeVisible();
    await expect(panel.getByRole('link', { name: 'invoice-march.pdf' })).toBeVisible();
    await expect(panel.getByRole('textbox', { name: 'Your reply' })).toBeVisible();
  },
};

/** A reply that the backend does not accept yet waits below the others, and can be withdrawn. */
export const ReplyWaits: StageStory = {
  ...WaitingForYou,
  async play(context) {
    await WaitingForYou.play?.(context);
    const panel = await inPanel();
    await userEvent.type(panel.getByRole('textbox', { name: 'Your reply' }), 'Done, thank you.');
    await userEvent.click(panel.getByRole('button', { name: 'Send' }));
    await expect(await panel.findByText('Waiting for a connection')).toBeVisible();
    await userEvent.click(panel.getByRole('button', { name: 'Edit' }));
    await expect(panel.getByRole('textbox', { name: 'Your reply' })).toHaveValue(
      'Done, thank you.',
    );
  },
};

/** An article on a line of its own is a card, which opens it in the panel. */
export const WithArticle: StageStory = {
  args: {
    backend: {
      tickets,
      articles,
      messages: {
        ...messages,
        'ticket-1031': [
          message(2, 5, {
            body: 'Both records are explained here:\n\n[SPF](article:spf)\n\nTell me if it helps.',
          }),
        ],
      },
    },
  },
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: /Invoice of March/ }));
    const card = await panel.findByRole('button', { name: /^Fix a failing SPF.*Look up/ });
    await userEvent.click(card);
    await expect(await panel.findByText(/Was this helpful/)).toBeVisible();
    await userEvent.click(panel.getByRole('button', { name: 'Back' }));
    await expect(await panel.findByText(/Tell me if it helps/)).toBeVisible();
  },
};

/** A resolved request asks for a rating, and can be reopened. */
export const Resolved: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: /second factor/ }));
    const good = await panel.findByRole('radio', { name: '4 of 5, good' });
    await userEvent.click(good);
    await expect(good).toBeChecked();
    await expect(panel.getByText('4 of 5, good')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Reopen' })).toBeVisible();
  },
};

export const DismissedRating: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: /second factor/ }));
    await userEvent.click(await panel.findByRole('button', { name: 'Not now' }));
    await expect(await panel.findByText('You can still tell us later.')).toBeVisible();
    await expect(panel.queryByRole('radio')).toBeNull();
  },
};

/** A dismissed question can be asked again. */
export const RatingAskedAgain: StageStory = {
  async play(context) {
    await DismissedRating.play?.(context);
    const panel = await inPanel();
    await userEvent.click(panel.getByRole('button', { name: 'Rate now' }));
    await expect(await panel.findByRole('radio', { name: '4 of 5, good' })).toBeVisible();
  },
};

/**
 * A request of a colleague can be read. It has no reply field and no rating, and cannot be
 * reopened.
 */
export const OfColleague: StageStory = {
  args: { backend: { tickets: [ofColleague, ...tickets], messages } },
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: /Warm-up of a new domain/ }));
    await expect(await panel.findByText(/Only .*Grace Hopper.* can reply/)).toBeVisible();
    await expect(panel.queryByText('You')).toBeNull();
    await expect(panel.queryByRole('textbox')).toBeNull();
    await expect(panel.queryByRole('radio')).toBeNull();
    await expect(panel.queryByRole('button', { name: 'Reopen' })).toBeNull();
  },
};

/** A mail from another address shows that address, and its omitted text can be expanded. */
export const AnsweredByMail: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: /Bounces at one provider/ }));
    await expect(await panel.findByText(/from another address/)).toBeVisible();
    panel.getByRole('button', { name: 'Show the full e-mail' }).focus();
    await userEvent.keyboard('{Enter}');
    await expect(panel.getByText(/Can you show us what happens/)).toBeVisible();
    await expectFocus(panel.getByRole('button', { name: 'Show only the reply' }));
  },
};

export const Dark: StageStory = { ...WaitingForYou, ...dark };
export const RightToLeft: StageStory = { ...WaitingForYou, ...rightToLeft };
export const Phone: StageStory = { ...WaitingForYou, ...phone };
export const WithArticleDark: StageStory = { ...WithArticle, ...dark };
export const WithArticleRightToLeft: StageStory = { ...WithArticle, ...rightToLeft };
export const ResolvedDark: StageStory = { ...Resolved, ...dark };
export const ResolvedRightToLeft: StageStory = { ...Resolved, ...rightToLeft };
export const DismissedRatingDark: StageStory = { ...DismissedRating, ...dark };
export const DismissedRatingOnPhone: StageStory = { ...DismissedRating, ...phone };
export const OfColleagueDark: StageStory = { ...OfColleague, ...dark };
export const AnsweredByMailDark: StageStory = { ...AnsweredByMail, ...dark };
