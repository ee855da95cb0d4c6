// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { actionOf } from '../../../desk/model/shortcuts.ts';

/** Returns the action of a key that is pressed in an element of this tag. */
function pressed(tag: string, init: KeyboardEventInit, type = ''): string | undefined {
  const element = document.createElement(tag);
  if (element instanceof HTMLInputElement && type) element.type = type;
  document.body.append(element);
  let action: string | undefined;
  element.addEventListener('keydown', (event) => {
    action = actionOf(event);
  });
  element.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, composed: true, ...init }));
  element.remove();
  return action;
}

test('a key acts on buttons and lists, and types in text fields', () => {
  expect(pressed('button', { key: 'j' })).toBe('next');
  expect(pressed('input', { key: 'j' }, 'checkbox')).toBe('next');
  for (const tag of ['textarea', 'input', 'select']) {
    expect(pressed(tag, { key: 'j' })).toBeUndefined();
  }
});

test('browser shortcuts are not handled', () => {
  for (const held of [{ ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
    expect(pressed('button', { key: 'r', ...held })).toBeUndefined();
  }
  expect(pressed('button', { key: 'x' })).toBeUndefined();
});
