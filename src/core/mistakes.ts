import { suggestion } from './nearest.ts';

/*
 * What is wrong on the page, what was given, and what to do, for its developer. Loaded by `explain`.
 * No sentence has personal data in it: what collects console lines may not be allowed to have that.
 */

export function unknownName(what: string, known: readonly string[], name: unknown): string {
  return `No ${what} is called "${String(name)}".${suggestion(known, String(name))}`;
}

export function noElement(what: string, value: unknown): string {
  return `${what} takes an element of the page; it was given ${kindOf(value)}.`;
}

export function noText(path: string, value: unknown): string {
  return `${path} takes text; it was given ${kindOf(value)}, which counts as no value.`;
}

export function noId(path: string, text: string): string {
  return `${path} is the text "${text}", which counts as no value. Was it printed before it was known?`;
}

export const noEmail = 'user.email is not an e-mail address. The form asks for one.';

export function promised(option: string): string {
  return `The function of the option "${option}" gives a promise. Give the ${option} itself, or call identify({ ${option} }) once it is known.`;
}

export function noRow(option: string, value: unknown): string {
  return `The option "${option}" takes an object; its function gives ${kindOf(value)}.`;
}

export function unreadable(path: string): string {
  return `${path} cannot be read and counts as no value.`;
}

export const noPrefill = 'The form is filled in by an object such as { subject: "…" }.';

export const noPostHog =
  'The PostHog given does nothing: its capture is an empty function. Where a wrapper returns the real one later, give a function: posthog: () => instance.';

export const noStyles =
  'This browser cannot style shadow roots, so nothing is drawn and requests go by mail. Browsers can since Chrome 73, Firefox 101 and Safari 16.4.';

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'an object' : `a value of type ${typeof value}`;
}
