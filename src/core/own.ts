/** Returns a copy without properties that the page has added to `Object.prototype`. */
export function own<T extends object>(value: T): T {
  return Object.setPrototypeOf(value, null);
}
