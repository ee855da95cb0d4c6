// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import '../../../../src/i18n/locales/en/contextLines.ts';
import { browserName } from '../../../../src/widgets/ticket/browserName.ts';
import { contextWords } from '../../../../src/widgets/ticket/contextWords.ts';
import { createFakePage, createTestContext } from '../../../support/fakes.ts';

const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';

describe('the attached context as text', () => {
  it('names browser, language and articles, and shows yes for an earlier attempt by mail', () => {
    const page = createFakePage({ browser: () => chrome });
    const context = createTestContext({ page });
    const article = {
      slug: 'emails-land-in-spam',
      url: 'https://help.example/emails-land-in-spam',
      snippet: 'Only the owner of the mailbox knows.',
      relevance_score: 0.99,
      auto_suggested: true as const,
      category: 'deliverability',
      minutes: 2,
      matches: { title: [], snippet: [] },
    };
    const suggestions = [
      { ...article, title: 'Messages land in spam' },
      { ...article, title: 'Warm up a domain' },
    ];
    const words = contextWords(context, { mailtoAttempted: true, suggestions, incident: 'inc_7' });
    expect(Object.fromEntries(words)).toEqual({
      browser: 'Chrome 156 · Linux',
      locale: 'English',
      suggestions: 'Messages land in spam\nWarm up a domain',
      mailtoAttempted: 'Yes',
    });
  });

  it.each([
    [`${chrome} Edg/156.0.0.0`, 'Edge 156 · Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
      'Safari 18.1 · iOS',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0',
      'Firefox 140 · Windows',
    ],
    ['curl/8', undefined],
  ])('shows %s as %s', (userAgent, name) => {
    expect(browserName(userAgent)).toBe(name);
  });
});
