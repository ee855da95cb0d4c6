import type { Meta } from '@storybook/preact-vite';
import { expect, userEvent } from 'storybook/test';
import { inPanel } from '../find.ts';
import { german } from '../german.ts';
import { integrations } from '../integrationSamples.ts';
import { articles, tickets } from '../samples.ts';
import {
  arabic,
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
  title: 'widgets/Home',
  args: { onStart: (support) => support.open('home') },
};
export default meta;

export const FirstVisit: StageStory = {
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByText('Hi Ada, how can we help?')).toBeVisible();
    await expect(await panel.findByRole('link', { name: 'Knowledge Base' })).toBeVisible();
  },
};

export const Anonymous: StageStory = {
  args: { config: { user: null, tenant: null } },
  async play() {
    await expect(await (await inPanel()).findByText('How can we help?')).toBeVisible();
  },
};

/** A page without suggestions of its own shows the most viewed articles. */
export const PopularArticles: StageStory = {
  args: { backend: { articles, popular: articles } },
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByText('Popular articles')).toBeVisible();
    await userEvent.click(panel.getByRole('button', { name: /Fix a failing SPF/ }));
    await expect(await panel.findByRole('heading', { name: /Fix a failing SPF/ })).toBeVisible();
  },
};

/** The host has chosen the articles of this page. */
export const SuggestedArticles: StageStory = {
  args: {
    backend: { articles, tickets, integrations },
    knownVisitor: true,
    config: { suggestions: [{ page: '/*', articles: ['spf', 'warm-up'] }] },
  },
  async play() {
    await expect(await (await inPanel()).findByText('Suggested for this page')).toBeVisible();
  },
};

export const Arabic: StageStory = {
  ...arabic,
  args: SuggestedArticles.args ?? {},
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByText('Warm up a new sending domain')).toBeVisible();
  },
};

export const WithRequests: StageStory = {
  args: { backend: { tickets }, knownVisitor: true },
  async play() {
    const panel = await inPanel();
    await expect(await panel.findByText('Import stops at row 400')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'See all' })).toBeVisible();
  },
};

/** Without a backend, the screen is the same, and a hint says that requests are sent by mail. */
export const ByMail: StageStory = {
  args: { backend: null },
  async play() {
    await expect(await (await inPanel()).findByText(/Your mail app sends it/)).toBeVisible();
  },
};

/** If the backend is down, the built-in links are shown. */
export const BackendDown: StageStory = {
  args: { backend: { fails: 'SERVICE_UNAVAILABLE' } },
  async play() {
    await expect(await (await inPanel()).findByRole('link', { name: 'Glossary' })).toBeVisible();
  },
};

export const ToTheFormAndBack: StageStory = {
  async play() {
    const panel = await inPanel();
    await userEvent.click(await panel.findByRole('button', { name: 'Contact support' }));
    await panel.findByRole('heading', { name: 'Contact support' });
    await userEvent.click(panel.getByRole('button', { name: 'Back' }));
    await panel.findByRole('heading', { name: 'Help' });
    await expect(panel.queryByRole('button', { name: 'Back' })).toBeNull();
  },
};

export const Dark: StageStory = { ...WithRequests, ...dark };
export const RightToLeft: StageStory = { ...WithRequests, ...rightToLeft };
export const Phone: StageStory = { ...WithRequests, ...phone };
export const PhoneDark: StageStory = {
  ...WithRequests,
  globals: { ...dark.globals, ...phone.globals },
};
export const German: StageStory = {
  ...smallPhone,
  args: { ...WithRequests.args, config: german },
  async play() {
    await expect(await (await inPanel()).findByText('Eingegangen')).toBeVisible();
  },
};
