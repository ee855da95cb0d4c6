// @vitest-environment happy-dom
import '../../../../src/i18n/locales/en.ts';
import { signal } from '@preact/signals';
import { cleanup, fireEvent, render, within } from '@testing-library/preact';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { Message } from '../../../../src/contract/message.ts';
import type { LoadArticles } from '../../../../src/core/ports.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import { Messages } from '../../../../src/widgets/conversation/Messages.tsx';
import { RatingForm } from '../../../../src/widgets/conversation/RatingForm.tsx';
import { eventually } from '../../../support/eventually.ts';
import { conversationOf, messageOf } from '../../../support/samples.ts';
import { createReader, disposeReaders } from './support.ts';

afterEach(() => {
  cleanup();
  disposeReaders();
});

/** The `screen` of the library stays on the page of the first file of this process. */
const page = () => within(document.body);

const draw = async (part: Partial<Message>) => (await drawIn(part)).row;

async function drawIn(part: Partial<Message>, loadArticles?: LoadArticles) {
  const reader = createReader(
    {
      getTicket: async () => conversationOf([messageOf(1, part)]),
      getConfig: async () => ({
        ...{ name: 'Acme', email: 'help@acme.example', links: [], categories: [], fields: [] },
        attachments: { types: [], max_bytes: 0, max_files: 0 },
        kb_urls: ['https://help.acme.example/kb/{slug}.html'],
      }),
    },
    loadArticles,
  );
  reader.context.tenantConfig.load();
  await reader.read('ticket-1');
  await eventually(() => expect(reader.bodies()).toHaveLength(1));
  render(<Messages model={reader.model} i18n={createTranslator()} />);
  return { row: await page().findByRole('article'), context: reader.context };
}

test('omitted parts of a mail can be expanded and collapsed', async () => {
  const row = await draw({ body: 'Yes.', mail: { from: null, whole: 'Yes.\n\n> Is it so?' } });
  expect(row.textContent).not.toContain('Is it so?');
  fireEvent.click(page().getByRole('button', { name: 'Show the full e-mail' }));
  expect(row.textContent).toContain('Is it so?');
  expect(row.textContent).not.toContain('another address');
  fireEvent.click(page().getByRole('button', { name: 'Show only the reply' }));
  expect(row.textContent).not.toContain('Is it so?');
});

test('a mail that is only a reply has nothing to expand', async () => {
  await draw({ body: 'Yes.', mail: { from: null, whole: null } });
  expect(page().queryByRole('button')).toBeNull();
});

test('a reply from another address says so, and names its sender', async () => {
  const from = 'grace@acme.example';
  const named = await draw({ author_name: 'Grace', mail: { from, whole: null } });
  expect(named.textContent).toContain('Grace');
  expect(named.textContent).toContain('from another address');
  cleanup();
  const unnamed = await draw({ author_name: null, mail: { from, whole: null } });
  expect(unnamed.textContent).toContain(from);
});

test('the team writes links and Markdown, and an article opens in the panel', async () => {
  const body =
    'Read [Set up SPF](article:set-up-spf), then:\n- open https://dns.example\n- [no](javascript:alert(1))';
  const { row, context } = await drawIn({ author: 'agent', body });
  const link = await page().findByRole('link', { name: 'https://dns.example' });
  expect(link.getAttribute('rel')).toBe('noopener noreferrer');
  expect(page().getAllByRole('listitem')).toHaveLength(2);
  expect(row.querySelectorAll('a')).toHaveLength(1);
  fireEvent.click(page().getByRole('button', { name: 'Set up SPF' }));
  expect(context.messenger.screen.value).toMatchObject({ id: 'article', slug: 'set-up-spf' });
});

const body = 'Read this:\n[SPF](article:set-up-spf)\nIt is short.';

test('an article on a line of its own is a card with its title and summary', async () => {
  const article = {
    ...{ slug: 'set-up-spf', title: 'Configurar SPF', description: 'Un registro TXT.' },
    ...{ url: '', category: 'domains', minutes: 2, tags: [], headings: [], text: '' },
  };
  const { row, context } = await drawIn({ author: 'agent', body }, async () => ({
    articles: [article],
    find: () => [],
  }));
  const card = await page().findByRole('button', { name: 'Configurar SPF Un registro TXT.' });
  expect([...row.querySelectorAll('p')].map((one) => one.textContent)).toContain('It is short.');
  fireEvent.click(card);
  expect(context.messenger.screen.value).toMatchObject({ id: 'article', slug: 'set-up-spf' });
});

test('a card whose article is not known has the text of the link', async () => {
  await drawIn({ author: 'agent', body });
  expect(await page().findByRole('button', { name: 'SPF' })).toBeTruthy();
});

test('an address of the own help center opens in the panel, and in a new tab with a modifier key', async () => {
  const address = 'https://help.acme.example/kb/set-up-spf.html?lang=en';
  const { context } = await drawIn({
    author: 'agent',
    body: `See ${address} or https://help.acme.example/pricing`,
  });
  const link = await page().findByRole('link', { name: address });
  await eventually(() => expect(context.tenantConfig.remote.value).toBeDefined());
  const opensTab: boolean[] = [];
  const note = (event: Event) => {
    opensTab.push(!event.defaultPrevented);
    event.preventDefault();
  };
  document.addEventListener('click', note);
  onTestFinished(() => document.removeEventListener('click', note));
  fireEvent.click(link, { ctrlKey: true });
  fireEvent.click(page().getByRole('link', { name: /pricing/ }));
  expect(context.messenger.screen.value.id).toBe('conversation');
  fireEvent.click(link);
  expect(opensTab).toEqual([true, true, false]);
  expect(context.messenger.screen.value).toMatchObject({ id: 'article', slug: 'set-up-spf' });
});

test('text of a visitor has links, but no Markdown', async () => {
  await draw({ author: 'visitor', body: '**Look** at https://shop.example' });
  expect(await page().findByRole('link', { name: 'https://shop.example' })).toBeTruthy();
  expect(page().getByText(/\*\*Look\*\*/)).toBeTruthy();
});

test('messages of the visitor have the initials of their name, in any language', async () => {
  const row = await draw({ author: 'visitor', body: 'Here it is.' });
  expect(row.textContent).toMatch(/^AYou/);
});

test('a rating is scrolled into view, and is thanked for', async () => {
  const shown = vi.spyOn(Element.prototype, 'scrollIntoView');
  const state = signal<'asked' | 'given'>('asked');
  const rate = vi.fn(() => {
    state.value = 'given';
  });
  const model = { state, rate, dismiss() {}, askAgain() {} };
  render(<RatingForm model={model} i18n={createTranslator()} />);
  const thanks = page().getByRole('status');
  expect(thanks.textContent).toBe('');
  expect(shown).toHaveBeenCalledWith({ block: 'nearest' });
  fireEvent.click(page().getByRole('radio', { name: '4 of 5, good' }));
  fireEvent.click(page().getByRole('button', { name: 'Send rating' }));
  expect(rate).toHaveBeenCalledWith(4, '');
  await eventually(() => expect(thanks.textContent).toBe('Thank you for your rating.'));
});

test('an attached picture is shown, unless it does not load', async () => {
  const file = { id: 'a', size: 10, url: 'https://files.example/a' };
  const row = await draw({
    attachments: [
      { ...file, name: 'shot.png', type: 'image/png' },
      { ...file, id: 'b', name: 'drawing.svg', type: 'image/svg+xml' },
    ],
  });
  const pictures = [...row.querySelectorAll('img')];
  expect(pictures.map(({ src, hidden }) => [src, hidden])).toEqual([[file.url, false]]);
  for (const picture of pictures) fireEvent.error(picture);
  expect(pictures[0]?.hidden).toBe(true);
  expect(page().getByRole('link', { name: 'shot.png' })).toBeTruthy();
});
