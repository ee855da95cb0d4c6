import { type ComponentType, createElement, Fragment, type Key, type VNode } from 'preact';

/**
 * Stands in for `preact/jsx-runtime` in the builds: that is a second `createElement`, made for more
 * elements than a panel has.
 */
export function jsx(type: string | ComponentType<object>, props: object, key?: Key): VNode {
  return createElement<object>(type, key === undefined ? props : { ...props, key });
}

export { Fragment, jsx as jsxs };
