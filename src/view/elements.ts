export type Props = Readonly<Record<string, unknown>>;
export type Component = (props: Props) => unknown;

/** An element of JSX. */
export class VNode {
  readonly type: string | Component;
  readonly props: Props;
  readonly key: unknown;

  constructor(type: string | Component, props: Props, key?: unknown) {
    this.type = type;
    // Hides properties that the page has added to `Object.prototype`.
    this.props = Object.setPrototypeOf(props, null);
    this.key = key;
  }
}

export const Fragment: Component = ({ children }) => children;

export function jsx(type: string | Component, props: Props, key?: unknown): VNode {
  return new VNode(type, props, key);
}

export function h(type: string | Component, input?: Props | null, ...children: unknown[]): VNode {
  const { key, ...props } = input ?? {};
  return new VNode(type, children.length > 0 ? { ...props, children } : props, key);
}

const isDrawn = (child: unknown) => child != null && typeof child !== 'boolean';

/** Returns all rendered children in one list. */
export function toChildArray(children: unknown): unknown[] {
  return [children].flat(Number.POSITIVE_INFINITY).filter(isDrawn);
}

/**
 * Returns a child as a node of the tree: null if nothing is rendered, and a fragment for a list.
 */
export function nodeOf(child: unknown): VNode | string | null {
  if (child instanceof VNode) return child;
  if (Array.isArray(child)) return new VNode(Fragment, { children: child });
  return isDrawn(child) ? String(child) : null;
}
