// @vitest-environment happy-dom
import '../../../../src/i18n/locales/en.ts';
import { readFileSync } from 'node:fs';
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Block } from '../../../../src/contract/articleBody.ts';
import { safeAddress } from '../../../../src/contract/limits.ts';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import { Blocks } from '../../../../src/widgets/Blocks.tsx';
import { onPage } from '../../../support/onPage.ts';

const text = (value: string) => [{ type: 'text' as const, text: value }];
const paragraph = (value: string): Block => ({ type: 'paragraph', children: text(value) });

function draw(...blocks: Block[]) {
  const onArticle = vi.fn();
  const onHeading = vi.fn();
  const view = render(
    <Blocks
      blocks={blocks}
      i18n={createTranslator()}
      onArticle={onArticle}
      onHeading={onHeading}
      resolve={(url) => safeAddress(url, 'https://help.example.com/kb/spf')}
    />,
  );
  return { ...view, onArticle, onHeading };
}

afterEach(cleanup);

describe('the content of an article', () => {
  it('keeps the structure that its author gave it', () => {
    draw(
      { type: 'heading', level: 2, id: 'steps', children: text('Steps') },
      {
        type: 'list',
        ordered: true,
        start: 3,
        items: [{ checked: null, children: [paragraph('Open Settings.')] }],
      },
      {
        type: 'table',
        align: ['right'],
        header: [text('Host')],
        rows: [[text('@')]],
      },
      { type: 'callout', tone: 'warning', title: 'Careful', children: [paragraph('One record.')] },
      { type: 'code', language: 'txt', text: 'v=spf1 ~all' },
    );
    expect(onPage().getByRole('heading', { level: 4, name: 'Steps' })).toBeTruthy();
    expect(onPage().getByRole('list').getAttribute('start')).toBe('3');
    expect(onPage().getByRole('columnheader', { name: 'Host' })).toBeTruthy();
    expect(onPage().getByRole('note').textContent).toBe('CarefulOne record.');
    expect(onPage().getByRole('button', { name: 'Copy' })).toBeTruthy();
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', '//example.com', 'https://[', ''])(
    'keeps the text of a link to %j, and shows the text instead of such an image',
    (url) => {
      const { container } = draw(
        { type: 'paragraph', children: [{ type: 'link', url, children: text('Read') }] },
        {
          type: 'image',
          url: url || 'mailto:a@b.example',
          alt: 'A picture',
          width: null,
          height: null,
        },
        paragraph('The rest.'),
      );
      expect(container.textContent).toBe('ReadA pictureThe rest.');
      expect([...container.querySelectorAll('a')].map(({ href }) => href)).toEqual(
        url === '' ? ['https://help.example.com/kb/spf'] : [],
      );
      expect(container.querySelector('img')).toBeNull();
    },
  );

  it('opens other articles and headings in the panel, and other links in a new tab', () => {
    const link = (url: string, name: string): Block => ({
      type: 'paragraph',
      children: [{ type: 'link', url, children: text(name) }],
    });
    const { onArticle, onHeading } = draw(
      link('article:dkim#key', 'DKIM'),
      link('#steps', 'Steps'),
      link('/kb/dns', 'DNS'),
    );
    fireEvent.click(onPage().getByRole('button', { name: 'DKIM' }));
    fireEvent.click(onPage().getByRole('button', { name: 'Steps' }));
    expect(onArticle).toHaveBeenCalledWith('dkim');
    expect(onHeading).toHaveBeenCalledWith('steps');
    const outside = onPage().getByRole('link', { name: 'DNS' });
    expect(outside.getAttribute('href')).toBe('https://help.example.com/kb/dns');
    expect(outside.getAttribute('rel')).toBe('noopener noreferrer');
  });

  it('renders hostile text as text', () => {
    const strings: unknown = JSON.parse(readFileSync('test/support/hostileStrings.json', 'utf8'));
    const hostile = Array.isArray(strings) ? strings.filter((one) => typeof one === 'string') : [];
    expect(hostile.length).toBeGreaterThan(10);
    const { container } = draw(
      ...hostile.flatMap((one): Block[] => [
        paragraph(one),
        { type: 'code', language: null, text: one },
        { type: 'heading', level: 2, id: one, children: text(one) },
      ]),
    );
    expect(container.querySelector('script, iframe, style, object, [onerror], [style]')).toBeNull();
    for (const one of hostile) expect(container.textContent).toContain(one);
  });
});
