// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { errorOf } from '../../../src/configErrors.ts';
import { noOptions } from '../../../src/core/mistakes.ts';

afterEach(() => document.head.replaceChildren());

/** Adds a script tag that is not loaded. */
function tag(attributes: Record<string, string>): void {
  const script = document.createElement('script');
  script.type = 'text/plain';
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value);
  document.head.append(script);
}

describe('a misspelled attribute of the script tag is named', () => {
  it.each([
    ['data-apikey', 'data-api-key'],
    ['data-api_key', 'data-api-key'],
    ['data-mail', 'data-email'],
  ])('that keeps the widget from starting: %s', (attribute, meant) => {
    tag({ src: '/embed/support.js', [attribute]: 'x' });
    expect(noOptions()).toContain(`the attribute ${attribute}: did you mean ${meant}?`);
  });

  it('that is ignored', () => {
    tag({ src: '/embed/support.js', 'data-email': 'help@example.com', 'data-apikey': 'pk_live_1' });
    const { message } = errorOf({ name: 'apikey', value: 'pk_live_1', why: 'unknown' });
    expect(message).toBe(
      'Unknown attribute "data-apikey" of the script tag. Did you mean "data-api-key"?',
    );
  });
});

it('attributes of other scripts and tools are not taken for options', () => {
  tag({ src: '/other.js', 'data-apikey': 'x' });
  tag({ src: '/embed/support.js', 'data-nscript': 'afterInteractive' });
  expect(noOptions()).toContain('Give its tag data-api-key or data-email');
});
