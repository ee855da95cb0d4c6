import type { VNode } from './elements.ts';
import type { Drawn } from './hooks.ts';

/** Stands for one element or text of JSX as long as it is drawn. */
export interface Instance {
  node: VNode | string;
  readonly parent?: Instance;
  readonly depth: number;
  readonly isSvg: boolean;
  /** A component or a fragment has neither. */
  readonly element?: Element;
  readonly text?: Text;
  readonly drawn?: Drawn;
  /** Null where a child draws nothing. */
  kids: (Instance | null)[];
  /** Its state has changed. */
  isDue?: boolean;
  isGone?: boolean;
}

/** Elements and texts that the instances stand for, in order. */
const domOf = (kids: Instance['kids']): (Element | Text)[] =>
  kids.flatMap((kid) => kid?.element ?? kid?.text ?? domOf(kid?.kids ?? []));

/** Puts the children in order, moving as few as possible. Nodes that others have added stay where they are. */
export function place(parent: Element, kids: Instance['kids']): void {
  const wanted = domOf(kids);
  const own = new Set<Node>(wanted);
  const ownFrom = (node: Node | null | undefined): Node | null => {
    let at = node ?? null;
    while (at && !own.has(at)) at = at.nextSibling;
    return at;
  };
  let at = ownFrom(parent.firstChild);
  for (const node of wanted) {
    if (node !== at && node !== ownFrom(at?.nextSibling)) parent.insertBefore(node, at);
    else at = ownFrom(node.nextSibling);
  }
}
