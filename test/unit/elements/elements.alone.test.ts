// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineElements } from '../../../src/elements/index.ts';
import type { PlacedOptions, Support } from '../../../src/index.ts';
import { explained } from '../../support/explained.ts';
import { createFakeSupport } from '../../support/fakeSupport.ts';

interface Drawn {
  widget: string;
  element: HTMLElement;
  options: PlacedOptions | undefined;
}
/** The widgets on the page, in the order of rendering. */
const drawn: Drawn[] = [];
let end: () => void;

function place(widget: string, element: HTMLElement, options?: PlacedOptions): () => void {
  const one = { widget, element, options };
  drawn.push(one);
  return () => drawn.splice(drawn.indexOf(one), 1);
}

beforeEach(() => {
  end = defineElements({ ...createFakeSupport([]), place } satisfies Support);
});
afterEach(() => {
  document.body.replaceChildren();
  end();
  vi.useRealTimers();
});

/** Waits until due updates are rendered and observers have run. */
const turn = () => vi.waitFor(() => Promise.resolve());

describe('an element of the page', () => {
  it('is rendered by its attributes', () => {
    document.body.innerHTML =
      '<p id="menu"></p><penguin-help-center for="menu" hide-contact></penguin-help-center>';
    expect(drawn).toHaveLength(1);
    expect(drawn[0]).toMatchObject({ widget: 'helpCenter', options: { hideContact: true } });
    expect(drawn[0]?.options?.trigger).toBe(document.getElementById('menu'));
  });

  it('has properties that reflect its attributes', async () => {
    const badge = document.createElement('penguin-status-badge');
    document.body.append(badge);
    badge.integration = 'hubspot';
    badge.variant = 'full';
    await turn();
    expect(badge.outerHTML).toContain('integration="hubspot" variant="full"');
    expect(drawn.map(({ options }) => options)).toEqual([
      { integration: 'hubspot', variant: 'full', hideContact: false },
    ]);
    expect([badge.integration, badge.variant]).toEqual(['hubspot', 'full']);
  });

  it('accepts its target element directly', async () => {
    const field = document.createElement('textarea');
    const suggestions = document.createElement('penguin-kb-suggestions');
    suggestions.for = field;
    document.body.append(field, suggestions);
    expect(drawn[0]?.options?.trigger).toBe(field);
    suggestions.htmlFor = null;
    await turn();
    expect(drawn[0]?.options?.trigger).toBeUndefined();
  });

  it('keeps a property that was set before it was upgraded', () => {
    const badge = document.createElement('penguin-status-badge');
    Object.defineProperty(badge, 'integration', {
      value: 'smtp',
      configurable: true,
      writable: true,
      enumerable: true,
    });
    document.body.append(badge);
    expect(Object.hasOwn(badge, 'integration')).toBe(false);
    expect(badge.getAttribute('integration')).toBe('smtp');
    expect(drawn[0]?.options?.integration).toBe('smtp');
  });

  it('is rendered again when it returns, and leaves nothing while it is removed', async () => {
    const center = document.createElement('penguin-help-center');
    document.body.append(center);
    center.remove();
    center.hideContact = true;
    await turn();
    expect(drawn).toEqual([]);
    document.body.append(center);
    expect(drawn.map(({ options }) => options?.hideContact)).toEqual([true]);
    center.remove();
    expect(drawn).toEqual([]);
  });

  it('does not render an unknown variant', () => {
    document.body.innerHTML = '<penguin-status-badge variant="huge"></penguin-status-badge>';
    expect(drawn[0]?.options?.variant).toBe('compact');
  });
});

describe('the target of an element', () => {
  it('can appear later', async () => {
    document.body.innerHTML = '<penguin-kb-suggestions for="later"></penguin-kb-suggestions>';
    expect(drawn[0]?.options?.trigger).toBeUndefined();
    const field = document.createElement('textarea');
    field.id = 'later';
    document.body.append(field);
    await vi.waitFor(() => expect(drawn[0]?.options?.trigger).toBe(field));
    expect(drawn).toHaveLength(1);
  });

  it('is reported in the console if it does not appear', async () => {
    vi.useFakeTimers();
    const warned = vi.spyOn(console, 'warn').mockImplementation(() => {});
    document.body.innerHTML =
      '<penguin-help-center for="nope"></penguin-help-center><penguin-help-center for="gone"></penguin-help-center>';
    document.querySelector('[for=gone]')?.remove();
    vi.runAllTimers();
    vi.useRealTimers();
    await explained();
    expect(warned.mock.calls).toEqual([
      [expect.stringContaining('<penguin-help-center for="nope"> points at an element')],
    ]);
  });
});
