// @vitest-environment happy-dom
/** @jsxImportSource react */
import '../../support/happyDom.ts';
import { act, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Support } from '../../../src/index.ts';
import { SupportProvider, useSupport } from '../../../src/react/index.tsx';

const hosts = () => document.querySelectorAll('penguin-support').length;

beforeEach(() => vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', true));
afterEach(() => vi.unstubAllGlobals());

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
