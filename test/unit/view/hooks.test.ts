// @vitest-environment happy-dom
import type { ComponentChildren } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { same } from '../../support/sameViews.ts';
import { small } from '../../support/views.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('runs effects and references in order, and cleans up', async () => {
  const notes = await same(async ({ preact: { h, render }, hooks }, { box, look, note }) => {
    function Part({ name, at }: { name: string; at: number }) {
      const place = hooks.useRef<HTMLElement>(null);
      const double = hooks.useMemo(() => {
        note(`${name} computes`);
        return at * 2;
      }, [at]);
      hooks.useLayoutEffect(() => {
        note(`${name} in place ${place.current?.textContent}`);
        return () => note(`${name} no longer ${at}`);
      }, [at]);
      hooks.useEffect(() => {
        note(`${name} painted ${at}`);
        return () => note(`${name} painted no longer ${at}`);
      });
      hooks.useEffect(() => note(`${name} once`), []);
      return h('b', { ref: place }, `${name}${double}`);
    }
    const named = (element: Element | null) => note(`named ${element?.localName ?? null}`);
    const Whole = ({ at, has }: { at: number; has: boolean }) => {
      hooks.useLayoutEffect(() => note('whole'), []);
      return h(
        'div',
        { ref: named },
        h(Part, { name: 'a', at }),
        has && h(Part, { name: 'b', at: 0 }),
      );
    };
    render(h(Whole, { at: 1, has: true }), box);
    await look();
    render(h(Whole, { at: 1, has: true }), box);
    await look();
    render(h(Whole, { at: 2, has: true }), box);
    render(h(Whole, { at: 3, has: true }), box);
    await look();
    render(h(Whole, { at: 3, has: false }), box);
    await look();
  });
  expect(notes).toContain('a painted no longer 3');
});

it('renders a component with changed state again, once', async () => {
  await same(async ({ preact: { h, render }, hooks }, { box, look, note }) => {
    let change: (next: number) => void = () => {};
    function Counter({ children }: { children?: ComponentChildren }) {
      const [count, setCount] = hooks.useState(0);
      change = setCount;
      note(`draws ${count}`);
      return h('p', null, count, children);
    }
    function Child() {
      note('draws the child');
      return 'child';
    }
    render(h('div', null, h(Counter, null, h(Child, null)), 'end'), box);
    change(1);
    change(2);
    await look();
    change(2);
    await look();
    render(null, box);
    change(3);
    await look();
  });
});

it('follows signals, renders nothing that has not changed, and ends with the component', async () => {
  await same(async (views, { box, look, note }) => {
    const { preact, signals, useSignal, useSignalEffect, hooks } = views;
    const { h, render } = preact;
    const [title, hasMore] = [signals.signal('a'), signals.signal(false)];
    // The order of an effect and the next render of its component is not defined in either library.
    const ran: string[] = [];
    const length = signals.computed(() => title.value.length);
    function More({ word }: { word: string }) {
      note(`more ${word}`);
      return [`${word} `, length.value];
    }
    function Own() {
      const own = useSignal(1);
      useSignalEffect(() => {
        ran.push(`effect ${own.value} ${title.value}`);
        return () => ran.push('effect ends');
      });
      hooks.useLayoutEffect(() => {
        own.value = 2;
      }, []);
      return own.value;
    }
    function Whole() {
      note('whole');
      return h(
        'div',
        null,
        title.value,
        hasMore.value && [h(More, { word: 'x' }), h(Own, null)],
        h('i', null),
      );
    }
    render(h(Whole, null), box);
    await look();
    hasMore.value = true;
    await look();
    title.value = 'b';
    await look();
    title.value = 'long';
    await look();
    note(ran.splice(0));
    hasMore.value = false;
    await look();
    title.value = 'd';
    await look();
    note(ran);
  });
});

it('continues to render after an error in one component', async () => {
  const { preact, signals } = small;
  const { h, render } = preact;
  const box = document.createElement('div');
  const at = signals.signal(0);
  const Broken = () => {
    if (at.value === 1) throw new Error('broken');
    return 'fine';
  };
  const Whole = () => h('p', null, at.value);
  render([h(Broken, null), h(Whole, null)], box);
  at.value = 1;
  await expect(vi.advanceTimersByTimeAsync(100)).rejects.toThrow('broken');
  expect(box.textContent).toContain('1');
});
