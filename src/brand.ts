/** Every public name, once. A rebrand edits this file and the CSS prefix in `ui/theme/contract.css.ts`. */

/** Custom elements: `<penguin-help-center>`. */
export const elementPrefix = 'penguin';
/** Everything that is stored begins with it. The one global, `PenguinSupport`, is declared in `commands.ts`. */
export const storagePrefix = 'penguin-support';
/** Names an account by its key or mail address. A key that follows another in a rotation names the same one. */
export const accountOf = (key: string) => key.replace(/^(pk_\w+?_[0-9a-f]{12})_.*/, '$1');
/** Names what is stored for one account: two widgets on a page share nothing. */
export const storageScope = (account: string) => `${storagePrefix}:${accountOf(account)}`;
/** Names a visitor's value within it. As JSON, no id is the beginning of another. */
export const ofVisitor = (id: string, name: string) => `${JSON.stringify(id)}:${name}`;
/** Names the id of a visitor who has written nothing: it alone makes nobody wait for the app on later pages. */
export const guest = 'guest';
/** The address for requests by mail, unless the host sets another. */
export const supportEmail = 'support@penguinmails.com';
/** Base addresses of the API; keys that start with `pk_test_` use the sandbox. */
export const apiUrl = 'https://api.penguinmails.com/v1/';
export const sandboxApiUrl = 'https://sandbox-api.penguinmails.com/v1/';
export const helpUrl = 'https://help.penguinmails.com/';

/** Replaced at build time by the version of package.json. */
export const version: string = __VERSION__;

declare const __VERSION__: string;
