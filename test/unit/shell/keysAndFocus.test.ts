// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSupport, type Support } from '../../../src/index.ts';

let support: Support;
const launcher = () =>
  document.querySelector('penguin-support')?.shadowRoot?.querySelector('button') ?? null;

beforeEach(async () => {
  support = createSupport();
  await support.ready;
});
afterEach(() => support.destroy());

describe('keys and focus', () => {
  it('keeps keys that are typed into the widget from the shortcuts of the page', () => {
    const shortcuts = vi.fn();
    for (const type of ['keydown', 'keypress', 'keyup']) {
      document.addEventListener(type, shortcuts, { once: true });
      launcher()?.dispatchEvent(
        new KeyboardEvent(type, { key: 'k', bubbles: true, composed: true }),
      );
      expect(shortcuts).not.toHaveBeenCalled();
      document.removeEventListener(type, shortcuts);
    }
  });

  it('returns the focus to where it was before, or to the launcher if that no longer exists', () => {
    const button = document.body.appendChild(document.createElement('button'));
    button.focus();
    support.open();
    button.blur();
    support.close();
    expect(document.activeElement).toBe(button);
    support.open();
    button.remove();
    support.close();
    expect(document.activeElement?.shadowRoot?.activeElement).toBe(launcher());
  });
});
