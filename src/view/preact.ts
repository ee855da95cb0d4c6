/**
 * The part of Preact that the widget uses, in a third of its bytes: function components, hooks,
 * keys and references. The browser builds replace the library with it. A test verifies that both
 * render the same.
 */
export { Fragment, h, h as createElement, toChildArray } from './elements.ts';
export { render } from './render.ts';
