export type Props = Readonly<Record<string, unknown>>;
export type Component = (props: Props) => unknown;

/** An element of JSX: what is to be drawn. */
export class VNode {
  readonly type: string | Component;
  readonly props: Props;
  readonly key: unknown;

  constructor(type: string | Component, props: Props, key?: unknown) {
    this.type = type;
    // Without what pages have added to `Object.prototype`.
    this.props = Object.setPrototypeOf(props, null);
    this.key = key;
  }
}

export const Fragment: Component = ({ children }) => children;

export function jsx(type: string | Component, props: Props, key?: unknown): VNode {
  return new VNode(type, props, key);
}

export function h(type: string | Component, given?: Props | null, ...children: unknown[]): VNode {
  const { key, ...props } = given ?? {};
  return new VNode(type, children.length > 0 ? { ...props, children } : props, key);
}

const isDrawn = (child: unknown) => child != null && typeof child !== 'boolean';

/** All that is drawn of the children, in one list. */
export function toChildArray(children: unknown): unknown[] {
  return [children].flat(Number.POSITIVE_INFINITY).filter(isDrawn);
}

/** A child as the tree holds it: null where nothing is drawn, a list as an element of its own. */
export function nodeOf(child: unknown): VNode | string | null {
  if (child instanceof VNode) return child;
  if (Array.isArray(child)) return new VNode(Fragment, { children: child });
  return isDrawn(child) ? String(child) : null;
}
