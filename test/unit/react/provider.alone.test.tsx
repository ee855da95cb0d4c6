// @vitest-environment happy-dom
/** @jsxImportSource react */
import '../../support/happyDom.ts';
import { act, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Support } from '../../../src/index.ts';
import { HelpCenter, SupportProvider, useSupport } from '../../../src/react/index.tsx';

const hosts = () => document.querySelectorAll('penguin-support').length;

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/**
 * Renders a provider with options that an untyped page may give. Returns the text of the page, and
 * the last value of useSupport.
 */
async function render(config: unknown) {
  const box = document.createElement('div');
  document.body.append(box);
  const given: (Support | null)[] = [];
  function Child() {
    given.push(useSupport());
    return <p>Dashboard</p>;
  }
  const root = createRoot(box);
  const props = Object({ config });
  await act(async () =>
    root.render(
      <SupportProvider {...props}>
        <Child />
        <HelpCenter />
      </SupportProvider>,
    ),
  );
  const text = box.textContent;
  const support = given.at(-1);
  await act(async () => root.unmount());
  box.remove();
  return { text, support };
}

it.each([
  [{ apiKey: '' }],
  [{ apiKey: 'sk_live_verysecret' }],
  [{ theme: 'blue' }],
  [{ user: { id: 5, name: null } }],
  [{ links: null, fields: 'none', nothing: 1 }],
  [null],
  ['pk_test_1'],
])('shows the application and a widget with the options %j', async (config) => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const { text, support } = await render(config);
  expect(text).toBe('Dashboard');
  expect(support?.isOpen).toBe(false);
  expect(hosts()).toBe(0);
});

it('shows the application without a widget if the widget cannot start', async () => {
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {});
  const onError = vi.fn();
  vi.spyOn(HTMLElement.prototype, 'attachShadow').mockImplementation(() => {
    throw new TypeError('The page has taken shadow roots away.');
  });
  const { text, support } = await render({ onError });
  expect(text).toBe('Dashboard');
  expect(support).toBeNull();
  expect(onError).toHaveBeenCalledOnce();
  expect(printed).toHaveBeenCalledExactlyOnceWith(
    expect.stringContaining('The widget could not start: The page has taken shadow roots away.'),
    expect.anything(),
  );
});

it('has one widget while mounted in StrictMode, and none afterwards', async () => {
  const box = document.createElement('div');
  document.body.append(box);
  const before = document.documentElement.outerHTML;
  const root = createRoot(box);
  const given: (Support | null)[] = [];
  function Child() {
    given.push(useSupport());
    return null;
  }
  await act(async () =>
    root.render(
      <StrictMode>
        <SupportProvider>
          <Child />
        </SupportProvider>
      </StrictMode>,
    ),
  );
  expect(hosts()).toBe(1);
  expect(given.at(-1)?.isOpen).toBe(false);
  await act(async () => root.unmount());
  expect(hosts()).toBe(0);
  expect(document.documentElement.outerHTML).toBe(before);
  box.remove();
});
