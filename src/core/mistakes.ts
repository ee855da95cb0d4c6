import { PenguinMailsError } from '../baseError.ts';
import { warnOnce } from './debug.ts';
import { mistakeListeners } from './mistakeListeners.ts';
import { attributeOf, nearestOf, suggestion } from './nearest.ts';

/*
 * Messages for developers: what is wrong on the page, the given value, and what to do. `explain`
 * loads them. They contain no personal data, because tools that collect console lines may not be
 * allowed to store it.
 */

/** Writes a mistake to the console and passes it to the listeners, once. An empty message is ignored. */
export function reportMistake(message: string, cause: unknown): void {
  if (!message || !warnOnce(message, cause)) return;
  const { code = 'MISTAKE' } = cause instanceof PenguinMailsError ? cause : {};
  const mistake = new PenguinMailsError(message, { code, cause });
  for (const listener of mistakeListeners) listener(mistake);
}

export function unknownName(what: string, known: readonly string[], name: unknown): string {
  return `No ${what} is called "${String(name)}".${suggestion(known, String(name))}`;
}

export function unknownLocale(known: readonly string[], locale: string): string {
  return `There are no words for the language "${locale}", so the widget speaks English. Known are ${known.join(', ')}; pass your own sentences in the option "messages".`;
}

export function noLanguageTag(text: string): string {
  return `The page's language "${text}" is not a language tag, so the widget speaks English. Write one such as "es" or "en-GB" into the lang attribute of <html>.`;
}

export function noTarget(id: string, tag: string): string {
  return `<${tag} for="${id}"> points at an element that is not on the page. Give an element of the page this id.`;
}

/** Returns why the backend rejects all requests of this page. */
export function explainRejection(
  { code, message }: PenguinMailsError,
  { apiKey, baseUrl }: { apiKey: string; baseUrl: string },
): string {
  if (code === 'INVALID_KEY') {
    return `The backend does not know the key "${apiKey.slice(0, 12)}…": it is of another backend, or was revoked. Copy the publishable key of the account into the option "apiKey".`;
  }
  if (code === 'ACCOUNT_CLOSED') {
    return 'The account of the option "apiKey" is closed. The operator of the backend can reopen it: support-server accounts reopen.';
  }
  if (code === 'ORIGIN_NOT_ALLOWED') {
    return `The backend does not allow the key on ${location.origin}. Add this origin to the setting allowed_origins of the account.`;
  }
  if (code.startsWith('IDENTITY_')) {
    return `The backend does not accept the token of identity.getToken: ${message} Sign the token on your server, with the identity secret of the account.`;
  }
  if (code === 'NETWORK') {
    return `No answer comes from ${baseUrl}. Check that the option "baseUrl" is right, that the backend runs, and that the Content-Security-Policy of the page has it in connect-src.`;
  }
  if (code === 'NOT_FOUND') {
    return `${baseUrl} leads to a support backend, but not to its API. The address of the API usually ends in /v1/: check the option "baseUrl".`;
  }
  return `The server at ${baseUrl} is not the support API: ${message} Check the option "baseUrl"; it usually ends in /v1/.`;
}

export function noElement(what: string, value: unknown): string {
  return `${what} takes an element of the page; it was given ${kindOf(value)}.`;
}

export function noText(path: string, value: unknown): string {
  const isText = typeof value === 'string';
  if (path === 'user.email' && isText)
    return 'user.email is not an e-mail address. The form asks for one.';
  return isText
    ? `${path} is the text "${value.slice(0, 40)}", which counts as no value. Was it printed before it was known?`
    : `${path} takes text; it was given ${kindOf(value)}, which counts as no value.`;
}

export function unsendable(id: string, maxLength: number): string {
  return `The category or field with the id ${JSON.stringify(id.slice(0, 40))} is left out of the form: an id has 1 to ${maxLength} characters.`;
}

/**
 * Returns why nothing can be read from a row, or an empty text for a row without values: no one is
 * signed in.
 */
export function noRow(option: string, row: unknown, names: readonly string[]): string {
  const { then, size } = Object(row);
  if (typeof then === 'function') {
    return `The option "${option}" gives a promise. Give the ${option} itself, or call identify({ ${option} }) once it is known.`;
  }
  const members: object = typeof row === 'object' ? Object(row) : {};
  const memberNames = Object.keys(members);
  const isEmpty = members === row && !memberNames[0] && !size && !Array.isArray(row);
  const isEmptySignal = 'value' in members && members.value === undefined;
  if (isEmpty || isEmptySignal || names.some((name) => name in members)) return '';
  const found =
    memberNames[0] && !Array.isArray(row)
      ? `an object with ${memberNames.slice(0, 5).join(', ')}`
      : kindOf(row);
  return `The option "${option}" takes an object with ${names.join(', ')}; it was given ${found}.`;
}

export function unreadable(path: string): string {
  return `${path} cannot be read and counts as no value.`;
}

/** Returns why a script tag shows nothing. */
export function noOptions(): string {
  for (const { src, dataset } of document.scripts) {
    if (!src.includes('support.js')) continue;
    for (const name of Object.keys(dataset)) {
      const meant = nearestOf(['apiKey', 'email'], name);
      if (meant)
        return `The script has no options, so nothing is shown. It has the attribute ${attributeOf(name)}: did you mean ${attributeOf(meant)}?`;
    }
  }
  return 'The script has no options, so nothing is shown. Give its tag data-api-key or data-email, or call PenguinSupport("init", { apiKey: "pk_live_…" }); tag managers take data attributes away.';
}

export const noPrefill = 'The form is filled in by an object such as { subject: "…" }.';

export const noContext = 'setContext takes an object of values such as { campaignId: "c1" }.';

export function tooMuchContext(count: number): string {
  return `setContext takes up to ${count} values; those after them are left out.`;
}

export const noPostHog =
  'The PostHog given does nothing: its capture is an empty function. Where a wrapper returns the real one later, give a function: posthog: () => instance.';

export const noStyles =
  'This browser cannot style shadow roots, so nothing is drawn and requests go by mail. Browsers can since Chrome 73, Firefox 101 and Safari 16.4.';

export const inertPage =
  'The page has made its <html> element inert, so nothing on it can be pressed, the button included. Make the <body> inert instead.';

export const onlyFrames =
  'This page has a frameset and no body, so there is no place for the button. Add the script to the page in one of its frames.';

function kindOf(value: unknown): string {
  try {
    if (value === null) return 'null';
    if (Array.isArray(value)) return 'a list';
    if (typeof value === 'number') return `the number ${value}`;
    if (Object.prototype.toString.call(value) === '[object Date]') return 'an invalid date';
    return typeof value === 'object' ? 'an object' : `a value of type ${typeof value}`;
  } catch {
    return 'an object'; // a proxy of the page that throws
  }
}

export const noButton =
  'The button cannot be drawn: this page has changed what browsers have built in. Commands that open the panel write a mail.';
