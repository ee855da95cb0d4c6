// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { afterEach, expect, it, vi } from 'vitest';
import { capture } from '../../../src/shell/capture/index.ts';

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

it('removes the cover synchronously with the abort, before anything is painted', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  const ended = new AbortController();
  const picture = capture('screen', ended.signal);
  expect(document.body.children).toHaveLength(1);
  ended.abort();
  expect(document.body.children).toHaveLength(0);
  await expect(picture).rejects.toThrow('aborted');
});

it('changes nothing on the page for a signal that is already aborted', async () => {
  await expect(capture('screen', AbortSignal.abort())).rejects.toThrow('aborted');
  expect(document.body.children).toHaveLength(0);
});

it('hides an open dialog itself, because a modal one does not inherit it', async () => {
  vi.stubGlobal('requestAnimationFrame', () => 1);
  const host = document.createElement('penguin-support');
  const dialog = document.createElement('dialog');
  const box = document.createElement('div');
  box.append(dialog);
  host.attachShadow({ mode: 'open' }).append(box);
  document.body.append(host);
  const ended = new AbortController();
  const picture = capture('page', ended.signal);
  expect(dialog.style.visibility).toBe('hidden');
  ended.abort();
  expect(dialog.style.visibility).toBe('');
  await expect(picture).rejects.toThrow('aborted');
});
