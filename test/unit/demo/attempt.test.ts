// @vitest-environment happy-dom
import { beforeEach, expect, it } from 'vitest';
import { attempt, runUpdate } from '../../../demo/parts/attempt.ts';
import { make } from '../../../demo/parts/make.ts';

const works = async () => undefined;
const fails = async () => {
  throw new Error('The address is invalid.');
};
const shown = () => document.querySelector<HTMLElement>('#problem:not([hidden])')?.textContent;

beforeEach(() => document.body.replaceChildren(make('p', { id: 'problem', hidden: true })));

it('the error of an action stays while updates succeed, until the next action', async () => {
  await attempt(fails);
  await runUpdate(works);
  expect(shown()).toBe('The address is invalid.');
  await attempt(works);
  expect(shown()).toBeUndefined();
});

it('the error of an update is hidden when that update succeeds', async () => {
  let isAway = true;
  const update = async () => (isAway ? fails() : works());
  await runUpdate(update);
  expect(shown()).toBe('The address is invalid.');
  isAway = false;
  await runUpdate(update);
  expect(shown()).toBeUndefined();
});
