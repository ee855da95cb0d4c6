/**
 * The part of Preact that the widget uses, in a third of its bytes: function components, hooks, keys and
 * references. The builds of the browser put it in place of the library. A test proves that both draw the same.
 */
export { Fragment, h, h as createElement, toChildArray } from './elements.ts';
export { render } from './render.ts';
