import { warnOnce } from '../core/debug.ts';
import type { Tenant, User } from '../core/person.ts';
import type { Support } from '../support.ts';

/** Returns a value of the page as text, or undefined if it is neither text nor a number. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** Returns a member of a value, whatever the value is. */
export const memberOf = (value: unknown, name: string): unknown => Object(value)[name];

/** Returns the value as a function that can be called with anything, or undefined. */
export function listenerOf(value: unknown): ((...values: unknown[]) => void) | undefined {
  return typeof value === 'function' ? (...values) => void value(...values) : undefined;
}

/** The fields of a person in settings of another widget. */
export interface PersonFields {
  id?: unknown;
  name?: unknown;
  email?: unknown;
}

/** Identifies a person, unless the settings name none. Without an id, the address is the id. */
export function identifyPerson(support: Support, fields: PersonFields, tenant?: Tenant): void {
  const email = textOf(fields.email);
  const id = textOf(fields.id) ?? email;
  if (id === undefined && tenant === undefined) return;
  const user: User = { id: id ?? null, name: textOf(fields.name) ?? null, email: email ?? null };
  support.identify({ ...(id !== undefined && { user }), ...(tenant && { tenant }) });
}

/** Fills in the fields of the form that are text. */
export function prefillForm(support: Support, fields: Readonly<Record<string, unknown>>): void {
  const texts = Object.entries(fields).flatMap(([name, value]) => {
    const text = textOf(value);
    return text === undefined ? [] : [[name, text]];
  });
  support.prefill(Object.fromEntries(texts));
}

/** The calls of another widget, by name. */
export type Calls = Readonly<Record<string, (...values: unknown[]) => void>>;

/** Runs the call with this name. An unknown one is reported in the console, once, as `written`. */
export function run(calls: Calls, name: string, values: readonly unknown[], written: string): void {
  if (Object.hasOwn(calls, name)) calls[name]?.(...values);
  else warnUnknown(written);
}

/** Reports a call of the other widget that does nothing here, once. */
export function warnUnknown(written: string): void {
  warnOnce(`${written} does nothing in this widget. The guide "Moving" lists the calls that do.`);
}

/** Calls the listener when the panel opens or closes. Returns a function that stops it. */
export function onPanel(support: Support, moment: 'open' | 'close', listener: unknown): () => void {
  const call = listenerOf(listener);
  return call ? support.on(`support_panel_${moment}`, () => call()) : () => {};
}
