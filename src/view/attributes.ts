import type { Props } from './elements.ts';

interface Listener {
  /** The time of the clock when it was added. */
  since: number;
  handle(event: Event): void;
}

/** Properties of this name read or take something else than the attribute does. */
const onlyAttributes =
  /^(width|height|href|list|form|tabIndex|download|rowSpan|colSpan|role|popover|class)$/;

/** Set by others: children are drawn, and the value of a field may have been changed by a person. */
const apart = /^(children|key|ref|value|checked)$/;

/** The listeners of each element, by the type of event. */
const listeners = new WeakMap<EventTarget, Map<string, Listener>>();

/** When each event has come to its first listener. The clock counts events. */
const times = new WeakMap<Event, number>();
let clock = 0;

/** Gives the element its properties; `before` are those that it has. */
export function setProps(element: Element, props: Props, before: Props, isSvg: boolean): void {
  for (const name of Object.keys({ ...before, ...props })) {
    if (!apart.test(name) && props[name] !== before[name]) set(element, name, props[name], isSvg);
  }
}

/** Gives a field what it shows, after the options of a list are there. */
export function setValue(element: Element, props: Props, before: Props): void {
  for (const name of ['value', 'checked']) {
    const next = props[name];
    const isAsked = Object.hasOwn(props, name) && next !== undefined;
    if (isAsked && (next !== Reflect.get(element, name) || next !== before[name])) {
      set(element, name, next, false);
    }
  }
}

function set(element: Element, name: string, value: unknown, isSvg: boolean): void {
  if (name.startsWith('on')) {
    listen(element, name.slice(2).toLowerCase(), value);
    return;
  }
  const isProperty = !isSvg && name in element && !onlyAttributes.test(name);
  if (isProperty && Reflect.set(element, name, value ?? '') && value != null) return;
  // `aria-…` and `data-…` say "false".
  if (value == null || (value === false && name[4] !== '-')) element.removeAttribute(name);
  else element.setAttribute(name, `${value === true && name[4] !== '-' ? '' : value}`);
}

function listen(element: Element, type: string, value: unknown): void {
  const known = listeners.get(element) ?? new Map<string, Listener>();
  listeners.set(element, known);
  const since = known.get(type)?.since ?? clock;
  if (typeof value === 'function') {
    known.set(type, { since, handle: (event) => value.call(element, event) });
    element.addEventListener(type, dispatch); // added once, however often it is asked for
  } else known.delete(type);
}

/** An element that is drawn because of an event does not get the same event. */
function dispatch(event: Event): void {
  const { currentTarget, type } = event;
  const at = times.get(event) ?? clock++;
  times.set(event, at);
  const found = currentTarget && listeners.get(currentTarget)?.get(type);
  if (found && found.since <= at) found.handle(event);
}
