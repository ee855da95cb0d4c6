// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../src/embed/options.ts';

function scriptWith(attributes: Record<string, string>): HTMLElement {
  const script = document.createElement('script');
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  return script;
}

describe('readOptions', () => {
  it('returns no options without a script, or without data attributes', () => {
    expect(readOptions(null)).toBeUndefined();
    expect(readOptions(scriptWith({ src: 'support.js' }))).toBeUndefined();
  });

  it('returns none if a framework or a tag manager added attributes of its own', () => {
    const attributes = { 'data-nscript': 'afterInteractive', 'data-cookieconsent': 'ignore' };
    expect(readOptions(scriptWith(attributes))).toBeUndefined();
  });

  it('reads names in camel case, and JSON for values that are not text', () => {
    const options = readOptions(
      scriptWith({
        'data-api-key': 'pk_test_1',
        'data-launcher': 'false',
        'data-z-index': '10',
        'data-offset': '{"x":8}',
        'data-user': '{"id":"u1"}',
        'data-categories': '[{"id":"billing"}]',
      }),
    );
    expect(options).toEqual({
      apiKey: 'pk_test_1',
      launcher: false,
      zIndex: 10,
      offset: { x: 8 },
      user: { id: 'u1' },
      categories: [{ id: 'billing' }],
    });
  });

  it('keeps text as text, even if it looks like something else', () => {
    const options = readOptions(
      scriptWith({ 'data-app-version': '1.0', 'data-user': '{broken', 'data-email': 'null' }),
    );
    expect(options).toEqual({ appVersion: '1.0', user: '{broken', email: 'null' });
  });
});
