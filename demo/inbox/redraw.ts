/**
 * Makes the children of an element like those given. Children that stay are kept, and with them the focus, the
 * scroll position and what a screen reader has read. A child stays by its `id`, else by its place and tag.
 */
export function redraw(parent: Element, ...wanted: readonly Node[]): void {
  const had = [...parent.childNodes];
  const focused = document.activeElement;
  const nodes = wanted.map((next, index) => {
    if (next.parentNode === parent) return next;
    const id = idOf(next);
    const old = id ? had.find((one) => idOf(one) === id) : had[index];
    return old && isAlike(old, next) ? adopt(old, next) : next;
  });
  for (const one of had) if (!nodes.includes(one)) one.remove();
  nodes.forEach((node, index) => {
    const there = parent.childNodes[index] ?? null;
    if (there !== node) parent.insertBefore(node, there);
  });
  // An element that is moved loses the focus.
  if (focused instanceof HTMLElement && parent.contains(focused)) focused.focus();
}

const idOf = (node: Node) => (node instanceof Element ? node.id : '');

const isAlike = (old: Node, next: Node) =>
  old.nodeName === next.nodeName && idOf(old) === idOf(next);

/** Copies attributes and children of the new node to the old one. */
function adopt(old: ChildNode, next: Node): ChildNode {
  if (!(old instanceof HTMLElement && next instanceof HTMLElement)) {
    if (old.textContent !== next.textContent) old.textContent = next.textContent;
    return old;
  }
  for (const { name } of [...old.attributes]) {
    if (!next.hasAttribute(name)) old.removeAttribute(name);
  }
  for (const { name, value } of next.attributes) {
    if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  old.onclick = next.onclick;
  old.onchange = next.onchange;
  const value = next instanceof HTMLSelectElement ? next.value : null;
  redraw(old, ...next.childNodes);
  if (old instanceof HTMLSelectElement && value !== null) old.value = value;
  return old;
}
