// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { same } from '../../support/sameViews.ts';
import { small } from '../../support/views.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('renders elements, texts and attributes', async () => {
  const notes = await same(async ({ preact: { h, Fragment, render } }, { box, look }) => {
    const draw = (isOn: boolean, words: string | undefined) =>
      h(
        'form',
        { class: words, 'aria-hidden': isOn, 'data-on': isOn, hidden: isOn, tabIndex: -1 },
        h('label', { for: 'a', title: `${words}` }, words, 1, null, isOn, 0n, [
          h('b', null, 'b'),
          'c',
        ]),
        h('input', { type: 'text', maxLength: 5, disabled: isOn, dir: 'auto', id: `${words}` }),
        h('a', { href: '#', target: '_blank', role: words, download: words }, ''),
        h(
          'svg',
          { viewBox: '0 0 1 1', class: 'icon' },
          h('path', { d: 'M0 0', 'stroke-width': 2 }),
        ),
        h(Fragment, null, 'in', h(Fragment, null, 'side')),
      );
    render(draw(true, 'some'), box);
    await look();
    render(draw(false, undefined), box);
    await look();
    render(draw(true, 'other'), box);
    await look();
  });
  expect(notes[0]).toContain('<svg');
});

it('renders icons in the SVG name space', () => {
  const box = document.createElement('div');
  small.preact.render(small.preact.h('svg', null, small.preact.h('path', null)), box);
  expect(box.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg');
});

it('keeps elements of a list by key, and others by position', async () => {
  await same(async ({ preact: { h, render } }, { box, look, note }) => {
    const names = new Map<Element, string>();
    const show = async (keys: string, before = false, isStrong = false) => {
      const items = [...keys].map((key) => h('li', { key }, key));
      render(
        h(
          'ul',
          null,
          before && h('li', null, 'first'),
          items,
          isStrong ? h('b', null) : h('i', null),
        ),
        box,
      );
      for (const item of box.querySelectorAll('li, b, i')) {
        if (!names.has(item)) names.set(item, `${names.size}${item.textContent}`);
      }
      note([...box.querySelectorAll('li, b, i')].map((item) => names.get(item)));
      await look();
    };
    await show('abc');
    await show('cab');
    await show('cb', true);
    await show('xcyb', true, true);
    await show('');
    await show('bc');
  });
});

it('moves only what has to move, and keeps the nodes of others', () => {
  const { h, render } = small.preact;
  const box = document.createElement('div');
  const show = (keys: string) =>
    render(
      h(
        'ul',
        null,
        [...keys].map((key) => h('li', { key }, key)),
      ),
      box,
    );
  show('abcde');
  const list = box.firstElementChild;
  const foreign = document.createElement('hr');
  list?.prepend(foreign);
  const moved = vi.spyOn(Element.prototype, 'insertBefore');
  show('abde');
  show('aXbde');
  expect(moved).toHaveBeenCalledTimes(2); // the item, and its text
  show('baXde');
  expect(moved).toHaveBeenCalledTimes(3);
  expect(list?.textContent).toBe('baXde');
  expect(list?.firstChild).toBe(foreign);
  moved.mockRestore();
});

it('shows the value of a field, also if a person has changed it', async () => {
  await same(async ({ preact: { h, render } }, { box, note }) => {
    const fields = (value: string, checked: boolean, options: string[]) =>
      h(
        'form',
        null,
        h('input', { value }),
        h('input', { type: 'checkbox', checked }),
        h('textarea', { value }),
        h(
          'select',
          { value },
          h('option', { value: '' }, 'Choose'),
          ...options.map((option) => h('option', { key: option, value: option }, option)),
        ),
      );
    const state = () =>
      [...box.querySelectorAll<HTMLInputElement>('input, textarea, select')].map(
        (field) => `${field.value} ${field.checked}`,
      );
    render(fields('', false, ['a']), box);
    note(state());
    render(fields('a', true, ['a', 'b']), box);
    note(state());
    for (const field of box.querySelectorAll<HTMLInputElement>('input, textarea'))
      field.value = 'typed';
    render(fields('a', true, ['a', 'b', 'c']), box);
    note(state());
    render(fields('c', false, ['a', 'b', 'c']), box);
    note(state());
  });
});

it('passes events to the current handler, but not to one that they caused', async () => {
  await same(async ({ preact: { h, render } }, { box, note }) => {
    const show = (word: string, outer: boolean) =>
      render(
        h(
          'div',
          outer ? { onClick: () => note('outer') } : {},
          h('button', {
            onClick: () => {
              note(word);
              show('second', true);
            },
            onFocusIn: word === 'second' ? undefined : () => note('focus'),
          }),
        ),
        box,
      );
    show('first', false);
    const press = (type: string) =>
      box.querySelector('button')?.dispatchEvent(new Event(type, { bubbles: true }));
    press('focusin');
    press('click');
    press('click');
    press('focusin');
  });
});
