import { describe, expect, it } from 'vitest';
import { emptyDraft, textOf, unversionedOf } from '../../../desk/articles/model/draft.ts';

describe('the audience of an article draft', () => {
  const stored = { version: 3, news_at: null };

  it('is what the article has', () => {
    const of = (audience: Parameters<typeof unversionedOf>[0]['audience']) =>
      textOf({ ...emptyDraft, ...unversionedOf({ ...stored, audience }) }).audience;
    expect(of(null)).toBeNull();
    expect(of({})).toEqual({});
    const audience = { plans: ['pro', 'team'], roles: ['admin'] };
    expect(of(audience)).toEqual(audience);
  });

  it('is not sent for a new translation, so that a restricted article stays restricted', () => {
    expect(textOf(emptyDraft)).not.toHaveProperty('audience');
  });
});
