import type { VNode } from 'preact';
import * as published from 'preact/jsx-runtime';
import { expect, it } from 'vitest';
import { Fragment, jsx, jsxs } from '../../../src/ui/jsxRuntime.ts';

const given = ({ type, props, key, ref }: VNode) => ({ type, props, key, ref });

it('makes the elements that the runtime of Preact makes', () => {
  const props = { class: 'a', children: ['b', 'c'] };
  expect(given(jsxs('b', props))).toEqual(given(published.jsxs('b', props)));
  const named = { ref: () => {}, children: 'b' };
  expect(given(jsx('b', named, 'k'))).toEqual(given(published.jsx('b', named, 'k')));
  const empty = { children: [] };
  expect(given(jsx(Fragment, empty, '0'))).toEqual(given(published.jsx(Fragment, empty, '0')));
});
