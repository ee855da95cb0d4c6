import type { VNode } from './elements.ts';
import type { Drawn } from './hooks.ts';

/** A rendered element or text of JSX. */
export interface Instance {
  node: VNode | string;
  readonly parent?: Instance;
  readonly depth: number;
  readonly isSvg: boolean;
  /** Components and fragments have neither an element nor a text. */
  readonly element?: Element;
  readonly text?: Text;
  readonly drawn?: Drawn;
  /** Null for a child that renders nothing. */
  kids: (Instance | null)[];
  /** Its state has changed. */
  isDue?: boolean;
  isGone?: boolean;
}

/** Returns the elements and texts of the instances, in order. */
const domOf = (kids: Instance['kids']): (Element | Text)[] =>
  kids.flatMap((kid) => kid?.element ?? kid?.text ?? domOf(kid?.kids ?? []));

/**
 * Puts the children in order with as few moves as possible. Nodes that other code has added stay
 * where they are.
 */
export function place(parent: Element, kids: Instance['kids']): void {
  const nodes = domOf(kids);
  const own = new Set<Node>(nodes);
  const ownFrom = (node: Node | null | undefined): Node | null => {
    let at = node ?? null;
    while (at && !own.has(at)) at = at.nextSibling;
    return at;
  };
  let at = ownFrom(parent.firstChild);
  for (const node of nodes) {
    if (node !== at && node !== ownFrom(at?.nextSibling)) parent.insertBefore(node, at);
    else at = ownFrom(node.nextSibling);
  }
}
