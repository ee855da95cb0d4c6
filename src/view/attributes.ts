import type { Props } from './elements.ts';

interface Listener {
  /** The value of the clock when the listener was added. */
  since: number;
  handle(event: Event): void;
}

/** Names whose property reads or accepts other values than the attribute. */
const onlyAttributes =
  /^(width|height|href|list|form|tabIndex|download|rowSpan|colSpan|role|popover|class)$/;

/** Handled elsewhere: children are rendered, and a person may have changed the value of a field. */
const apart = /^(children|key|ref|value|checked)$/;

/** The listeners of each element by event type. */
const listeners = new WeakMap<EventTarget, Map<string, Listener>>();

/** The clock value at which each event reached its first listener. The clock counts events. */
const times = new WeakMap<Event, number>();
let clock = 0;

/** Sets the properties of an element. `before`: the previous ones. */
export function setProps(element: Element, props: Props, before: Props, isSvg: boolean): void {
  for (const name of Object.keys({ ...before, ...props })) {
    if (!apart.test(name) && props[name] !== before[name]) set(element, name, props[name], isSvg);
  }
}

/** Sets the value of a field. It runs after the options of a list exist. */
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
  // `aria-…` and `data-…` attributes can have the value "false".
  if (value == null || (value === false && name[4] !== '-')) element.removeAttribute(name);
  else element.setAttribute(name, `${value === true && name[4] !== '-' ? '' : value}`);
}

function listen(element: Element, type: string, value: unknown): void {
  const known = listeners.get(element) ?? new Map<string, Listener>();
  listeners.set(element, known);
  const since = known.get(type)?.since ?? clock;
  if (typeof value === 'function') {
    known.set(type, { since, handle: (event) => value.call(element, event) });
    element.addEventListener(type, dispatch); // adding it again has no effect
  } else known.delete(type);
}

/** An element that is rendered because of an event must not receive the same event. */
function dispatch(event: Event): void {
  const { currentTarget, type } = event;
  const at = times.get(event) ?? clock++;
  times.set(event, at);
  const found = currentTarget && listeners.get(currentTarget)?.get(type);
  if (found && found.since <= at) found.handle(event);
}
