// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import type { JSX } from 'preact';
import { afterEach, expect, it, vi } from 'vitest';
import { lazyView } from '../../../src/ui/lazyView.tsx';
import { onPage } from '../../support/onPage.ts';

afterEach(cleanup);

const offline = () => Promise.reject(new Error('Failed to fetch'));
const Part = () => <p>Part of a screen</p>;

it('loads a part when the network is back', async () => {
  const importView = vi.fn<() => Promise<() => JSX.Element>>(offline);
  const Late = lazyView<object>(importView, () => <p>Until then</p>);
  render(<Late />);
  await expect.poll(() => importView.mock.calls.length).toBe(2);
  expect(onPage().getByText('Until then')).toBeTruthy();
  importView.mockImplementation(() => Promise.resolve(Part));
  dispatchEvent(new Event('online'));
  expect(await onPage().findByText('Part of a screen')).toBeTruthy();
});

it('loads nothing any more when its screen is gone', async () => {
  const importView = vi.fn<() => Promise<() => JSX.Element>>(offline);
  const Late = lazyView<object>(importView);
  const { unmount } = render(<Late />);
  await expect.poll(() => importView.mock.calls.length).toBe(2);
  const removed = vi.spyOn(globalThis, 'removeEventListener');
  unmount();
  await expect.poll(() => removed.mock.calls.map(([type]) => type)).toContain('online');
  removed.mockRestore();
  dispatchEvent(new Event('online'));
  await Promise.resolve();
  expect(importView).toHaveBeenCalledTimes(2);
});
