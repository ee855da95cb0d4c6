import { setProps, setValue } from './attributes.ts';
import { Fragment, nodeOf, type Props, VNode } from './elements.ts';
import { attempt, cleanUp, type Drawn, drawWith, runAfterPaint, runEffects } from './hooks.ts';
import { type Instance, place } from './place.ts';
import { observer } from './tracking.ts';

const svgSpace = 'http://www.w3.org/2000/svg';
const htmlSpace = 'http://www.w3.org/1999/xhtml';

const roots = new WeakMap<Element, Instance>();

/** Components to render again. */
const queue = new Set<Instance>();

/** References to set, and components with effects to run, after the tree is complete. */
const references: (() => void)[] = [];
const finished: Drawn[] = [];

/** Renders the element in the container and replaces its previous content. Null removes it. */
export function render(node: unknown, container: Element): void {
  const root = roots.get(container) ?? {
    ...{ node: '', depth: 0, isSvg: false, element: container, kids: [] },
  };
  roots.set(container, root);
  commit(root, () => update(root, node));
}

function commit(changed: Instance, change: () => void): void {
  try {
    change();
    let host: Instance | undefined = changed;
    while (host && !host.element) host = host.parent;
    if (host?.element) place(host.element, host.kids);
  } finally {
    for (const give of references.splice(0)) give();
    for (const { layouts } of finished.splice(0)) runEffects(layouts);
  }
}

function enqueue(instance: Instance): void {
  if (queue.size === 0) queueMicrotask(flush);
  queue.add(instance);
}

/** Renders changed components. Parents come first, because they may remove their children. */
function flush(): void {
  while (queue.size > 0) {
    for (const instance of [...queue].sort((a, b) => a.depth - b.depth)) {
      const { drawn } = instance;
      if (!queue.delete(instance) || !drawn || instance.isGone) continue;
      if (instance.isDue || drawn.reader.hasChanged()) {
        attempt(() => commit(instance, () => draw(instance, drawn)));
      }
    }
  }
}

/** Updates the children of an instance, and reuses the instances that match. */
function update(parent: Instance, children: unknown): void {
  const nodes = (Array.isArray(children) ? children : [children]).map(nodeOf);
  const old = parent.kids;
  const free = new Set(old);
  const keyed = new Map(old.map((kid) => [keyOf(kid?.node), kid]));
  const take = (node: VNode | string | null, kid: Instance | null | undefined) => {
    if (node === null || !kid || !fits(kid.node, node) || !free.delete(kid)) return null;
    return kid;
  };
  const found = nodes.map((node, at) => take(node, old[at]));
  nodes.forEach((node, at) => {
    if (node === null || found[at] || free.size === 0) return;
    const key = keyOf(node);
    if (key !== undefined) found[at] = take(node, keyed.get(key));
    // A child that rendered nothing before gets a new instance.
    else if (old[at] !== null) {
      found[at] = take(
        node,
        old.find((kid) => kid && free.has(kid) && fits(kid.node, node)),
      );
    }
  });
  for (const kid of free) if (kid) unmount(kid, true);
  parent.kids = nodes.map((node, at) => {
    const kid = found[at];
    if (node === null) return null;
    if (!kid) return create(node, parent);
    patch(kid, node);
    return kid;
  });
}

const keyOf = (node: unknown) => (node instanceof VNode ? node.key : undefined);
const typeOf = (node: unknown) => (node instanceof VNode ? node.type : undefined);
const fits = (a: unknown, b: unknown) => typeOf(a) === typeOf(b) && keyOf(a) === keyOf(b);

function create(node: VNode | string, parent: Instance): Instance {
  const type = typeOf(node);
  const isSvg = parent.isSvg || type === 'svg';
  const shared = { node, parent, depth: parent.depth + 1, isSvg, kids: [] };
  if (typeof node === 'string') return { ...shared, text: document.createTextNode(node) };
  const instance: Instance =
    typeof type === 'string'
      ? { ...shared, element: document.createElementNS(isSvg ? svgSpace : htmlSpace, type) }
      : { ...shared, ...(type !== Fragment && { drawn: drawnBy(() => instance) }) };
  fill(instance, node, {});
  return instance;
}

function drawnBy(instance: () => Instance): Drawn {
  return {
    reader: observer(() => enqueue(instance())),
    ...{ hooks: [], layouts: [], effects: [] },
    redraw() {
      instance().isDue = true;
      enqueue(instance());
    },
  };
}

function patch(instance: Instance, node: VNode | string): void {
  const before = instance.node;
  if (before === node) return;
  instance.node = node;
  if (instance.text) instance.text.data = `${node}`;
  else if (node instanceof VNode && before instanceof VNode) {
    if (!isStill(instance, node.props, before.props)) fill(instance, node, before.props);
  }
}

/**
 * Returns whether a component would render the same again: its properties are equal, and no signal
 * has changed.
 */
function isStill({ drawn, isDue }: Instance, props: Props, before: Props): boolean {
  if (!drawn?.reader.isUsed() || isDue || drawn.reader.hasChanged()) return false;
  return Object.keys({ ...before, ...props }).every((name) => props[name] === before[name]);
}

function fill(instance: Instance, { props }: VNode, before: Props): void {
  const { element, drawn } = instance;
  if (drawn) draw(instance, drawn);
  else if (element) {
    setProps(element, props, before, instance.isSvg);
    update(instance, props.children);
    place(element, instance.kids);
    setValue(element, props, before);
    if (props.ref === before.ref) return;
    refer(before.ref, null);
    references.push(() => refer(props.ref, element));
  } else update(instance, props.children);
}

function refer(reference: unknown, element: Element | null): void {
  if (typeof reference === 'function') reference(element);
  else if (reference) Reflect.set(Object(reference), 'current', element);
}

function draw(instance: Instance, drawn: Drawn): void {
  const { node } = instance;
  queue.delete(instance);
  instance.isDue = false;
  if (!(node instanceof VNode) || typeof node.type === 'string') return;
  const { type, props } = node;
  runEffects(drawn.effects);
  update(instance, [drawWith(drawn, () => type(props))]);
  finished.push(drawn);
  if (drawn.effects.length > 0) runAfterPaint(drawn);
}

/**
 * Removes the instance and everything inside. Only the outermost elements are removed from their
 * parents.
 */
function unmount(instance: Instance, isOutermost: boolean): void {
  const { node, drawn, kids } = instance;
  const dom = instance.element ?? instance.text;
  instance.isGone = true;
  if (node instanceof VNode && dom) refer(node.props.ref, null);
  if (drawn) {
    drawn.reader.end();
    drawn.effects.length = 0;
    drawn.hooks.forEach(cleanUp);
  }
  for (const kid of kids) if (kid) unmount(kid, isOutermost && !dom);
  if (isOutermost) dom?.remove();
}
