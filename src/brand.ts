/**
 * All public names in one place. A rebranding edits this file and the CSS prefix in
 * `ui/theme/contract.css.ts`.
 */

/** Custom elements: `<penguin-help-center>`. */
export const elementPrefix = 'penguin';
/** Prefix of all stored values. The only global, `PenguinSupport`, is declared in `commands.ts`. */
export const storagePrefix = 'penguin-support';
/** Returns the name of an account by its key or mail address. A rotated key has the same name. */
export const accountOf = (key: string) => key.replace(/^(pk_\w+?_[0-9a-f]{12})_.*/, '$1');
/** Returns the prefix for values of one account, so that two widgets on a page share nothing. */
export const storageScope = (account: string) => `${storagePrefix}:${accountOf(account)}`;
/** Returns the name of a visitor's value. The id is JSON, so that no id is a prefix of another. */
export const ofVisitor = (id: string, name: string) => `${JSON.stringify(id)}:${name}`;
/**
 * Stores the id of a visitor who has not written anything. If there is only this value, later pages
 * do not load the app.
 */
export const guest = 'guest';
/** The default address for requests by mail. */
export const supportEmail = 'support@penguinmails.com';
/** Base addresses of the API. Keys that begin with `pk_test_` use the sandbox. */
export const apiUrl = 'https://api.penguinmails.com/v1/';
export const sandboxApiUrl = 'https://sandbox-api.penguinmails.com/v1/';
export const helpUrl = 'https://help.penguinmails.com/';

/** The build replaces this by the version of package.json. */
export const version: string = __VERSION__;

declare const __VERSION__: string;
