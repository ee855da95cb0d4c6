import type { Article } from '../src/contract/article.ts';
import type { Block, Inline } from '../src/contract/articleBody.ts';

const text = (words: string): Inline => ({ type: 'text', text: words });
const code = (words: string): Inline => ({ type: 'code', text: words });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', children });
const heading = (id: string, words: string, level: 2 | 3 = 2): Block => ({
  type: 'heading',
  level,
  id,
  children: [text(words)],
});
const list = (ordered: boolean, ...items: Block[][]): Block => ({
  type: 'list',
  ordered,
  start: 1,
  items: items.map((children) => ({ checked: null, children })),
});

/** An article as long and mixed as real ones: wide table, nested lists, code, and long words. */
export const longArticle: Article = {
  slug: 'spf-reference',
  title: 'SPF, DKIM and DMARC for every mailbox provider, with limits and examples',
  description: 'Every record, and what to enter.',
  url: 'https://help.acme.example/spf-reference',
  category: 'domains',
  tags: [],
  minutes: 7,
  locale: 'en',
  updated: '2026-05-04T10:00:00Z',
  related: [],
  blocks: [
    paragraph(
      text('SPF lists the servers that may send for your domain. It is one TXT record, such as '),
      code('v=spf1 include:_spf.google.com include:spf.protection.outlook.com ~all'),
      text('.'),
    ),
    heading('add', 'Add the record'),
    list(
      true,
      [
        paragraph(text('Open the DNS settings of the domain.')),
        list(
          false,
          [paragraph(text('At the registrar, if you have not moved the domain.'))],
          [
            paragraph(text('At the host, if its name servers are entered.')),
            list(false, [paragraph(text('Cloudflare calls this DNS, Records.'))]),
          ],
        ),
      ],
      [paragraph(text('Add a TXT record with the value of the table.'))],
    ),
    heading('values', 'Values by provider'),
    {
      type: 'table',
      align: [null, null, 'right'],
      header: [[text('Mailbox provider')], [text('Value')], [text('Lookups')]],
      rows: [
        [[text('Google Workspace')], [code('v=spf1 include:_spf.google.com ~all')], [text('4')]],
        [
          [text('Microsoft 365')],
          [code('v=spf1 include:spf.protection.outlook.com ~all')],
          [text('2')],
        ],
        [[text('Zoho Mail')], [code('v=spf1 include:zohomail.com ~all')], [text('3')]],
      ],
    },
    {
      type: 'callout',
      tone: 'warning',
      title: 'Keep one SPF record.',
      children: [paragraph(text('Two records fail with '), code('permerror'), text('.'))],
    },
    heading('check', 'If the check stays red'),
    list(
      false,
      [paragraph(text('The record was added on '), code('www'), text(' or another host.'))],
      [paragraph(text('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen'.repeat(2)))],
    ),
    {
      type: 'code',
      language: 'sh',
      text: 'dig +short TXT example.com\n"v=spf1 include:_spf.google.com include:spf.protection.outlook.com ~all"',
    },
    heading('limits', 'Limits'),
    heading('details', 'Details', 3),
    { type: 'quote', children: [paragraph(text('A domain has at most ten DNS lookups.'))] },
    paragraph(text('Receivers count each include, and those that it includes. '.repeat(6))),
  ],
};
