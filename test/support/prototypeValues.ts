/**
 * Names that pages add to `Object.prototype`, and that the widget or its libraries read from
 * objects.
 */
export const prototypeNames = [
  ['ref', 'class', 'href'],
  ['title', 'id', 'locale'],
  ['timeout', 'key', 'children'],
  ['onClick', 'disabled', 'role', 'style'],
  ['trigger', 'open', 'composed', 'user', 'tenant', 'theme'],
] as const;
