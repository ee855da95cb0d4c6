// @vitest-environment happy-dom
import '../../support/happyDom.ts';
import { expect, it, onTestFinished } from 'vitest';
import { createMessengerModel } from '../../../src/core/messenger.model.ts';
import { searchKeys } from '../../../src/shell/searchKeys.ts';
import { createFakeApi, createTestContext } from '../../support/fakes.ts';

const withArticles = () => createTestContext({ api: createFakeApi({}) });

/** A panel with a button and a field, beside another control of the widget. */
function open({ articles } = withArticles()) {
  const messenger = createMessengerModel();
  const host = document.body.appendChild(document.createElement('div'));
  const root = host.attachShadow({ mode: 'open' });
  const launcher = root.appendChild(document.createElement('button'));
  const panel = root.appendChild(document.createElement('dialog'));
  panel.setAttribute('part', 'panel');
  const button = panel.appendChild(document.createElement('button'));
  const field = panel.appendChild(document.createElement('input'));
  field.setAttribute('role', 'combobox');
  const end = searchKeys(root, { articles, messenger });
  onTestFinished(() => {
    end();
    host.remove();
  });
  return {
    ...{ end, launcher, button, field, root },
    /** Presses a key on an element. Returns whether the search opened. */
    press(target: Element, key: string, keys: KeyboardEventInit = {}): boolean {
      messenger.home();
      const event = { key, bubbles: true, composed: true, cancelable: true, ...keys };
      const isFree = target.dispatchEvent(new KeyboardEvent('keydown', event));
      const isOpen = messenger.screen.value.id === 'search';
      expect(isOpen).toBe(!isFree);
      return isOpen;
    },
    messenger,
  };
}

it('opens the search by / and Ctrl+K in the panel, and leaves a / in a field alone', () => {
  const { press, button, field, launcher, end } = open();
  expect(press(button, '/')).toBe(true);
  expect(press(button, 'k', { ctrlKey: true })).toBe(true);
  expect(press(field, 'K', { ctrlKey: true })).toBe(true);
  expect(press(field, '/')).toBe(false);
  expect(press(field, 'k', { ctrlKey: true, isComposing: true })).toBe(false);
  expect(press(button, 'k')).toBe(false);
  expect(press(button, '/', { ctrlKey: true })).toBe(false);
  expect(press(button, '/', { altKey: true })).toBe(false);
  expect(press(launcher, '/')).toBe(false);
  end();
  expect(press(button, '/')).toBe(false);
});

it('focuses the field if the search is open already, and does nothing without articles', () => {
  const { messenger, button, field, root } = open();
  messenger.navigate({ id: 'search' });
  const key = { key: '/', bubbles: true, composed: true, cancelable: true };
  button.dispatchEvent(new KeyboardEvent('keydown', key));
  expect(root.activeElement).toBe(field);
  const without = open(createTestContext({ api: null }));
  expect(without.press(without.button, '/')).toBe(false);
});
